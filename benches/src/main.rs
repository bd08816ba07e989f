//! Gradients side by side, in one table: `grad!` and operators, peers from crates.io, plain `f64`,
//! and derivatives by hand.
//!
//! ```text
//! cd benches && cargo run --release --features peers -- [--filter NAME] [--rounds N] [--markdown]
//! ```
//!
//! For a program that counts instructions, `--column NAME --runs N` runs one column so often and measures nothing:
//! the difference between N and 2N is what N runs take.

mod agreement;
mod counted;
mod function;
mod gradient;
mod measure;
#[cfg(feature = "peers")]
mod peers;
mod problem;
mod problems;
mod report;
mod scalar;

use lexopt::{Arg, Parser, ValueExt};
use report::Report;
use std::error::Error;

struct Options {
    /// Only problems whose name contains this.
    filter: String,
    rounds: usize,
    markdown: bool,
    /// Runs only this column, without a clock.
    column: Option<String>,
    runs: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let mut report = Report::default();
    for problem in problems::ALL {
        let mut problem = problem();
        if !problem.name.contains(&options.filter) {
            continue;
        }
        if let Some(column) = &options.column {
            measure::run(&mut problem, column, options.runs);
        } else {
            eprintln!("{} …", problem.name);
            agreement::check(&mut problem)?;
            let times = measure::medians(&mut problem, options.rounds);
            report.add(&problem, &times);
        }
    }
    if options.column.is_some() {
        return Ok(());
    }
    println!(
        "ns/op: nanoseconds per elementary operation with grad!, recording and sweep together.\n\
         The other columns: the time as a multiple of grad!'s. Medians of {} rounds.\n",
        options.rounds
    );
    println!("{}", report.table(options.markdown));
    Ok(())
}

fn options() -> Result<Options, lexopt::Error> {
    let mut options = Options {
        filter: String::new(),
        rounds: 25,
        markdown: false,
        column: None,
        runs: 1,
    };
    let mut arguments = Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("filter") => options.filter = arguments.value()?.string()?,
            Arg::Long("rounds") => options.rounds = arguments.value()?.parse::<usize>()?.max(1),
            Arg::Long("column") => options.column = Some(arguments.value()?.string()?),
            Arg::Long("runs") => options.runs = arguments.value()?.parse()?,
            Arg::Long("markdown") => options.markdown = true,
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(options)
}
