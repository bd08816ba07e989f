//! GradBench's twelve problems (<https://github.com/gradbench/gradbench>), each written once and run
//! on plain numbers and on values.
//!
//! Without arguments it speaks GradBench's protocol on standard input and output:
//!
//! ```sh
//! gradbench run --eval … --tool target/release/gradbench
//! ```
//!
//! With three it evaluates one function on an input from a file and prints the reply:
//!
//! ```sh
//! cargo run --release -p micrograd-gradbench -- lse gradient input.json
//! ```
//!
//! The derivatives come from the tape, or with `--compiled` before everything else from functions under `#[differentiable]`: all but
//! `particle` and `saddle`.

// Whatever a prepared function needs of its input, all of them are handed it in one way.
#![allow(clippy::needless_pass_by_value)]

mod evaluation;
mod input_checks;
mod modules;
mod protocol;

mod ba;
mod det;
mod gmm;
mod hello;
mod ht;
mod kmeans;
mod llsq;
mod lse;
mod lstm;
mod ode;
mod particle;
mod saddle;

mod gradient_descent;
mod hand_model;
mod mode;
mod reverse_mode;
mod sparse_jacobian;

use modules::Modules;
use protocol::{Reply, reply, reply_to_input};
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (modules, arguments) = match &arguments[..] {
        [switch, rest @ ..] if switch == "--compiled" => (modules::COMPILED, rest),
        all => (modules::TAPED, all),
    };
    match arguments {
        [] => match serve(modules) {
            // The other side has ended.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("gradbench: {error}");
                ExitCode::FAILURE
            }
            Ok(()) => ExitCode::SUCCESS,
        },
        [module, function, path] => match evaluate_file(modules, module, function, path) {
            Err(error) => {
                eprintln!("gradbench: {path}: {error}");
                ExitCode::FAILURE
            }
            Ok(()) => ExitCode::SUCCESS,
        },
        _ => {
            eprintln!("usage: gradbench [--compiled] [MODULE FUNCTION FILE]");
            ExitCode::from(2)
        }
    }
}

/// Answers every line until there are no more.
fn serve(modules: Modules) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        print(&reply(modules, &line))?;
        line.clear();
    }
    Ok(())
}

fn evaluate_file(modules: Modules, module: &str, function: &str, path: &str) -> io::Result<()> {
    let reply = reply_to_input(modules, module, function, &fs::read(path)?);
    match reply.error() {
        Some(error) => Err(io::Error::other(error.to_owned())),
        None => print(&reply),
    }
}

fn print(reply: &Reply) -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    serde_json::to_writer(&mut output, reply)?;
    output.write_all(b"\n")?;
    output.flush()
}
