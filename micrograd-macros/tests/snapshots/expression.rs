a * b + (a - 1).relu() / 2
