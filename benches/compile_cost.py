#!/usr/bin/env python3
"""What statements of grad! cost rustc: CPU seconds for 1,000 varied statements, with operators and with grad!.

    python3 benches/compile_cost.py [--statements N] [--seed N]

Both programs compute the same. They are compiled against one build of micrograd-core, so that nothing but their own
statements is measured. "check" is `cargo check`, "debug" and "release" are Cargo's profiles.
"""

import argparse
import json
import random
import re
import resource
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = 100
MODES = {
    "check": ["--emit=metadata"],
    "debug": ["--emit=obj", "-Cdebuginfo=2"],
    "release": ["--emit=obj", "-Copt-level=3"],
}


def statement(i, numbers):
    """Arithmetic of 2 to 8 operations on the two results before and the arguments."""

    def term(depth):
        kind = numbers.random()
        if depth == 0 or kind < 0.15:
            return numbers.choice([f"v{i - 1}", f"v{i - 2}", "a", "c"])
        if kind < 0.25:
            function = numbers.choice(["exp", "tanh", "sin", "ln", "sqrt", "sigmoid"])
            return f"({term(depth - 1)}).{function}()"
        if kind < 0.32:
            return f"({term(depth - 1)}) ** 2"
        if kind < 0.45:
            number = numbers.choice(["0.5", "2.0", "3.25", "1.5"])
            return f"({number} {numbers.choice('+-*')} {term(depth - 1)})"
        return f"({term(depth - 1)} {numbers.choice('+-*/')} {term(depth - 1)})"

    while True:
        text = f"v{i - 1} {numbers.choice('+-*')} {term(2)} {numbers.choice('+-*')} {term(1)}"
        operations = len(re.findall(r" [-+*/] | \*\* |\)\.", text))
        if 2 <= operations <= 8:
            return text


def by_operators(text):
    text = re.sub(r"\b(v\d+|a|c)\b(?!\))", r"&\1", text)
    text = re.sub(r"\(&?(v\d+|a|c)\)", r"(&\1)", text)
    text = re.sub(r"\((&(?:v\d+|a|c))\)(?=\.|\ \*\*)", lambda m: m.group(1)[1:], text)
    text = re.sub(r"(?<!& )\b(v\d+|a|c)\)", r"&\1)", text)
    text = text.replace("&&", "&")
    return re.sub(r" \*\* 2", ".powi(2)", text)


def program(front, statements, seed):
    numbers = random.Random(seed)
    source = "#![allow(warnings)]\nuse micrograd_core::{Value, grad};\n"
    each = statements // FUNCTIONS
    for function in range(FUNCTIONS):
        texts = [statement(i + 2, numbers) for i in range(each)]
        source += f"pub fn f{function}(a: &Value, c: &Value) -> Value {{\nlet (v0, v1) = (a.clone(), c.clone());\n"
        if front == "grad!":
            lets = [f"let v{i + 2} = {text};" for i, text in enumerate(texts)]
            source += "grad! {\n" + "\n".join(lets) + "\n}\n"
        else:
            # `a` and `c` are references already.
            lets = [f"let v{i + 2} = {by_operators(text)};" for i, text in enumerate(texts)]
            source += re.sub(r"&([ac])\b", r"\1", "\n".join(lets)) + "\n"
        source += f"v{each + 1}\n}}\n"
    return source


def library(profile):
    """micrograd-core as Cargo builds it: where it lies, and where its dependencies do."""
    flags = ["--release"] if profile == "release" else []
    command = ["cargo", "build", "-p", "micrograd-core", "--message-format=json", *flags]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for line in output.splitlines():
        message = json.loads(line)
        if message.get("reason") == "compiler-artifact" and message["target"]["name"] == "micrograd_core":
            files = [Path(name) for name in message["filenames"]]
            rlib = next(file for file in files if file.suffix == ".rlib")
            return rlib, rlib.parent / "deps"
    raise SystemExit("cargo did not say where micrograd-core lies")


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr[:2000])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"CPU seconds of rustc for {options.statements} statements in {FUNCTIONS} functions, median of {options.runs}")
    print(f"{'':8} {'operators':>10} {'grad!':>10} {'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for mode, flags in MODES.items():
            rlib, dependencies = library(mode)
            seconds = []
            for front in ["operators", "grad!"]:
                file = Path(folder) / "statements.rs"
                file.write_text(program(front, options.statements, options.seed))
                command = ["rustc", "--edition", "2024", "--crate-type", "lib", "--out-dir", folder]
                command += ["-L", f"dependency={dependencies}", "--extern", f"micrograd_core={rlib}", str(file), *flags]
                runs = sorted(cpu_seconds(command) for _ in range(options.runs))
                seconds.append(runs[len(runs) // 2])
            operators, statements = seconds
            print(f"{mode:8} {operators:10.2f} {statements:10.2f} {statements / operators:7.1f}", flush=True)


if __name__ == "__main__":
    main()
