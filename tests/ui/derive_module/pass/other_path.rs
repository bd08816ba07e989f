//! The derive where micrograd-nn is found under another path, and names of the user's own that
//! stand in the way of none.

mod deep {
    pub mod re_exports {
        pub use micrograd_nn as nets;
    }
}

mod model {
    use crate::deep::re_exports::nets::Module as Net;
    use micrograd_core::Value;

    // None of these is the one that the expansion means.
    #[allow(dead_code)]
    mod core {}
    #[allow(dead_code)]
    trait FnMut {}
    #[allow(dead_code)]
    struct ParameterPath;

    #[derive(Net)]
    #[module(crate = crate::deep::re_exports::nets)]
    pub struct Model {
        pub path: Value,
        pub visit: Value,
        pub field_0: Value,
    }

    pub fn count(model: &Model) -> usize {
        Net::parameters(model).len()
    }
}

macro_rules! modules {
    ($($name:ident { $field:ident: $Type:ty })*) => {$(
        #[derive(micrograd_nn::Module)]
        struct $name {
            $field: $Type,
        }
    )*};
}

modules! {
    First { value: micrograd_core::Value }
    Second { list: Vec<[First; 1]> }
}

fn main() {
    use micrograd_core::Value;
    let [path, visit, field_0] = [1.0, 2.0, 3.0].map(Value::new);
    assert_eq!(model::count(&model::Model { path, visit, field_0 }), 3);

    let second = Second { list: vec![[First { value: Value::new(1.0) }]] };
    let names = micrograd_nn::Module::named_parameters(&second);
    assert_eq!(names[0].0, "list.0.0.value");
}
