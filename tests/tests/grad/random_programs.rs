//! Random programs of statements, operators, loops, clones, drops, edits, guards, lists and names give what a naive engine
//! gives, bit for bit, and leave nothing behind.
//!
//! A sample runs with the other tests. More, from another seed: `PROGRAMS=1000000 SEED=7 cargo test --release -p micrograd-tests
//! --test grad random_programs`.

mod machine;
mod naive;
mod templates;

use machine::Machine;
use micrograd_core::TapeUsage;

fn from_environment(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |number| number.parse().expect("a number"))
}

/// Runs a program, of which nothing is left.
fn run(seed: u64) {
    Machine::new(seed).run();
    naive::forget_everything();
    assert_eq!(
        TapeUsage::of_this_thread().nodes,
        0,
        "program {seed}: nodes are left"
    );
}

#[test]
fn random_programs_are_as_with_a_naive_engine() {
    let (programs, first) = (
        from_environment("PROGRAMS", 30_000),
        from_environment("SEED", 0),
    );
    machine::silence_expected_panics();
    for seed in first..first + programs {
        if seed % 16 == 0 {
            // On a tape of its own.
            let program = std::thread::spawn(move || run(seed));
            program
                .join()
                .expect("the program is as with the naive engine");
        } else {
            run(seed);
        }
    }
}
