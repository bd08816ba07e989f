//! Gradients side by side, in one table: `grad!` and operators, peers from crates.io, plain `f64`,
//! and derivatives by hand.
//!
//! ```text
//! cd benches && cargo run --release --features peers -- [--filter NAME] [--rounds N] [--markdown]
//! ```

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
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let mut report = Report::default();
    for problem in problems::ALL {
        let mut problem = problem();
        if problem.name.contains(&options.filter) {
            eprintln!("{} …", problem.name);
            agreement::check(&mut problem)?;
            let times = measure::medians(&mut problem, options.rounds);
            report.add(&problem, &times);
        }
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
    };
    let mut arguments = Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("filter") => options.filter = arguments.value()?.string()?,
            Arg::Long("rounds") => options.rounds = arguments.value()?.parse::<usize>()?.max(1),
            Arg::Long("markdown") => options.markdown = true,
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(options)
}
