const _: () = {
    #[automatically_derived]
    #[allow(clippy::trait_duplication_in_bounds)]
    impl<'a, T: Clone, F, const N: usize> nets::nn::__derive_support::Fields
    for Model<'a, T, F, N>
    where
        F: Family,
        T: nets::nn::__derive_support::Module,
        F::Member: nets::nn::__derive_support::Module,
    {
        #[allow(unused_variables)]
        fn visit_fields(
            &self,
            path: &nets::nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                &nets::nn::__derive_support::ParameterPath<'_>,
                &dyn nets::nn::__derive_support::Module,
            ),
        ) {
            match self {
                Self {
                    scale: field_0,
                    r#type: field_1,
                    members: field_2,
                    kind: field_3,
                    ..
                } => {
                    visit(
                        &path.field("scale"),
                        &*field_0 as &dyn nets::nn::__derive_support::Module,
                    );
                    visit(
                        &path.field("type"),
                        &*field_1 as &dyn nets::nn::__derive_support::Module,
                    );
                    visit(
                        &path.field("members"),
                        &*field_2 as &dyn nets::nn::__derive_support::Module,
                    );
                    visit(
                        &path.field("kind"),
                        &*field_3 as &dyn nets::nn::__derive_support::Module,
                    );
                }
            }
        }
    }
    #[automatically_derived]
    #[allow(clippy::trait_duplication_in_bounds)]
    impl<'a, T: Clone, F, const N: usize> nets::nn::__derive_support::Module
    for Model<'a, T, F, N>
    where
        F: Family,
        T: nets::nn::__derive_support::Module,
        F::Member: nets::nn::__derive_support::Module,
    {
        fn visit_parameters(
            &self,
            path: &nets::nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                &nets::nn::__derive_support::ParameterPath<'_>,
                &nets::nn::__derive_support::Value,
            ),
        ) {
            nets::nn::__derive_support::visit_parameters(self, path, visit);
        }
        fn visit_tensors(
            &self,
            path: &nets::nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                nets::nn::__derive_support::ParameterTensor,
            ),
        ) {
            nets::nn::__derive_support::visit_tensors(self, path, visit);
        }
        fn visit_generators(
            &self,
            path: &nets::nn::__derive_support::ParameterPath<'_>,
            visit: &mut dyn ::core::ops::FnMut(
                &nets::nn::__derive_support::ParameterPath<'_>,
                &nets::nn::__derive_support::Generator,
            ),
        ) {
            nets::nn::__derive_support::visit_generators(self, path, visit);
        }
        fn set_training(&self, training: bool) {
            nets::nn::__derive_support::set_training(self, training);
        }
    }
};
