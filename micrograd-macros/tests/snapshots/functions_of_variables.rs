y * x.exp() + list[i].sin() * x
