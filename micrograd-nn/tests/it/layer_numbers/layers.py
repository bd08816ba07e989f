"""Prints mod.rs beside this file: layers of PyTorch in 64-bit floats, with parameters 0.5·sin(1.3·k + 0.2)
in the order of micrograd-nn, and gradients of the sum of all outputs, which count 1, 2, 3, … times."""
import math, torch
from torch import nn
torch.set_default_dtype(torch.float64)

def number(k): return 0.5 * math.sin(1.3 * k + 0.2)
def fill(parameters):  # in the order in which they are given
    k = 0
    with torch.no_grad():
        for p in parameters:
            flat = p.view(-1)
            for i in range(flat.numel()):
                flat[i] = number(k); k += 1
def inputs(*shape):
    n = math.prod(shape)
    return torch.tensor([math.cos(0.9 * k) for k in range(n)]).reshape(shape).requires_grad_()
def show(name, numbers):
    numbers = [float(x) for x in numbers]
    print(f"pub(crate) const {name}: [f64; {len(numbers)}] = [")
    for i in range(0, len(numbers), 4): print("    " + " ".join(f"{x!r}," for x in numbers[i:i + 4]))
    print("];")
def run(name, output, parameters, *xs):
    flat = output.reshape(-1)
    (flat * torch.arange(1.0, flat.numel() + 1)).sum().backward()
    show(f"{name}_OUTPUT", flat.tolist())
    show(f"{name}_GRADIENT", [g for p in parameters for g in p.grad.reshape(-1).tolist()])
    for x in xs: show(f"{name}_INPUT_GRADIENT", x.grad.reshape(-1).tolist())

class Maps:
    """MultiheadAttention has one matrix and one vector for three maps; here each has its own."""
    def __init__(s, attention, n):
        s.a, s.n = attention, n
    def parts(s):
        n, a = s.n, s.a
        return [t for i in range(3) for t in (a.in_proj_weight[i*n:(i+1)*n], a.in_proj_bias[i*n:(i+1)*n])] + [a.out_proj.weight, a.out_proj.bias]
    def fill(s, start=0):
        k = start
        with torch.no_grad():
            for p in s.parts():
                for index in range(p.numel()):
                    p.view(-1)[index] = number(k); k += 1
        return k
    def gradients(s):
        n, a = s.n, s.a
        w, b = a.in_proj_weight.grad, a.in_proj_bias.grad
        parts = [t for i in range(3) for t in (w[i*n:(i+1)*n], b[i*n:(i+1)*n])] + [a.out_proj.weight.grad, a.out_proj.bias.grad]
        return [g for p in parts for g in p.reshape(-1).tolist()]

print("//! What `layers.py` beside this file prints, with PyTorch " + torch.__version__.split("+")[0] + ".\n")
c = nn.Conv1d(2, 2, 3, stride=2, padding=1); fill([c.weight, c.bias]); x = inputs(2, 6)
run("CONV1D", c(x), [c.weight, c.bias], x)
c = nn.Conv2d(2, 2, (2, 3), stride=(1, 2), padding=(1, 0)); fill([c.weight, c.bias]); x = inputs(2, 3, 5)
run("CONV2D", c(x), [c.weight, c.bias], x)
p = nn.PReLU(4); fill([p.weight]); x = inputs(4)
run("PRELU", p(x.reshape(1, 4)), [p.weight], x)

def attention(name, causal, across):
    a = nn.MultiheadAttention(4, 2, batch_first=True); Maps(a, 4).fill()
    x = inputs(3, 4); m = inputs(2, 4).detach() * -1.5 + 0.25 if across else x
    mask = nn.Transformer.generate_square_subsequent_mask(3) if causal else None
    y, _ = a(x[None], m[None], m[None], attn_mask=mask)
    flat = y.reshape(-1)
    (flat * torch.arange(1.0, flat.numel() + 1)).sum().backward()
    show(f"{name}_OUTPUT", flat.tolist()); show(f"{name}_GRADIENT", Maps(a, 4).gradients())
attention("ATTENTION", False, False)
attention("ACROSS", False, True)

def block(name, first, causal, activation):
    b = nn.TransformerEncoderLayer(4, 2, 5, dropout=0.0, activation=activation, norm_first=first, batch_first=True)
    b.train()
    k = Maps(b.self_attn, 4).fill()
    rest = [b.linear1.weight, b.linear1.bias, b.linear2.weight, b.linear2.bias, b.norm1.weight, b.norm1.bias, b.norm2.weight, b.norm2.bias]
    with torch.no_grad():
        for p in rest:
            for i in range(p.numel()): p.view(-1)[i] = number(k); k += 1
    x = inputs(3, 4)
    mask = nn.Transformer.generate_square_subsequent_mask(3) if causal else None
    y = b(x[None], src_mask=mask)
    flat = y.reshape(-1)
    (flat * torch.arange(1.0, flat.numel() + 1)).sum().backward()
    show(f"{name}_OUTPUT", flat.tolist())
    show(f"{name}_GRADIENT", Maps(b.self_attn, 4).gradients() + [g for p in rest for g in p.grad.reshape(-1).tolist()])
block("NORMS_LAST", False, False, "relu")
block("NORMS_FIRST", True, True, "gelu")
