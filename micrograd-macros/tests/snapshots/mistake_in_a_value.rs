let t = 3u8 * a;
t < b
