const _: () = {
    #[automatically_derived]
    #[allow(clippy::trait_duplication_in_bounds)]
    impl ::micrograd_nn::__derive_support::Fields for Choice {
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
                Self::One { 0: field_0, .. } => {
                    visit(
                        &path.index(0usize),
                        &*field_0 as &dyn ::micrograd_nn::__derive_support::Module,
                    );
                }
                Self::Two { left: field_0, right: field_1, .. } => {
                    visit(
                        &path.field("left"),
                        &*field_0 as &dyn ::micrograd_nn::__derive_support::Module,
                    );
                    visit(
                        &path.field("right"),
                        &*field_1 as &dyn ::micrograd_nn::__derive_support::Module,
                    );
                }
                Self::Neither { .. } => {}
            }
        }
    }
    #[automatically_derived]
    #[allow(clippy::trait_duplication_in_bounds)]
    impl ::micrograd_nn::__derive_support::Module for Choice {
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
