::core::compile_error! {
    "`skp` means nothing here\nhelp: a field takes `#[module(skip)]`, which leaves it out"
}
const _: () = {
    #[automatically_derived]
    #[allow(clippy::trait_duplication_in_bounds)]
    impl ::micrograd_nn::__derive_support::Fields for Model {
        #[allow(unused_variables)]
        fn visit_fields(
            &self,
            path: &::micrograd_nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                &::micrograd_nn::__derive_support::ParameterPath<'_>,
                &dyn ::micrograd_nn::__derive_support::Module,
            ),
        ) {
            match self {
                Self { scale: field_0, .. } => {
                    visit(
                        &path.field("scale"),
                        &*field_0 as &dyn ::micrograd_nn::__derive_support::Module,
                    );
                }
            }
        }
    }
    #[automatically_derived]
    #[allow(clippy::trait_duplication_in_bounds)]
    impl ::micrograd_nn::__derive_support::Module for Model {
        fn visit_parameters(
            &self,
            path: &::micrograd_nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                &::micrograd_nn::__derive_support::ParameterPath<'_>,
                &::micrograd_nn::__derive_support::Value,
            ),
        ) {
            ::micrograd_nn::__derive_support::visit_parameters(self, path, visit);
        }
        fn visit_tensors(
            &self,
            path: &::micrograd_nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                ::micrograd_nn::__derive_support::ParameterTensor,
            ),
        ) {
            ::micrograd_nn::__derive_support::visit_tensors(self, path, visit);
        }
        fn visit_generators(
            &self,
            path: &::micrograd_nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                &::micrograd_nn::__derive_support::ParameterPath<'_>,
                &::micrograd_nn::__derive_support::Generator,
            ),
        ) {
            ::micrograd_nn::__derive_support::visit_generators(self, path, visit);
        }
        fn set_training(&self, training: bool) {
            ::micrograd_nn::__derive_support::set_training(self, training);
        }
    }
};
