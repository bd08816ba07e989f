//! What the lessons, the programs of `examples` and other libraries' recorded numbers promise.

mod adamw_run;
mod course;
mod course_training;
mod drawing_lessons;
mod first_command;
mod gradbench_answers;
mod gradbench_protocol;
mod gradbench_session;
mod microgpt;
mod moons;
mod pages;
mod programs;
mod pytorch_files;
