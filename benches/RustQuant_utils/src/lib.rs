//! Empty: what uses it is only tests of `RustQuant_autodiff`.
#![allow(non_snake_case)]
