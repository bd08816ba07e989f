//! What `grad!` and the operators record.

mod angle_brackets;
mod calls;
mod chain_memory;
mod chains;
mod chains_in_loops;
mod control_flow;
mod functions_of_variables;
mod generic;
mod inner_code;
mod integers;
mod intermediates;
mod micrograd_engine;
mod number_types;
mod places_once;
mod positions;
mod power;
mod random_programs;
mod reassignment;
mod soundness;
mod special_functions;
mod statement_forms;
mod statements;
mod temporaries;
mod twins;
