x = r * x * (1 - x);
x += dt * (y - x);
state[i] = state[i] * gate + self.bias;
self.cell = self.cell * self.gate;
*y -= *y * h;
