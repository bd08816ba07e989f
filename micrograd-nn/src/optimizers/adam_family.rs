//! The methods of all optimisers that are made of running means.

/// The options of an optimiser whose field `moments` has them.
macro_rules! options_of_moments {
    ($Optimizer:ident) => {
        /// # Running means
        impl $Optimizer {
            /// How slowly the running means forget: β₁ that of the gradient, β₂ that of its square.
            ///
            /// # Panics
            ///
            /// If one of them is not in [0, 1).
            ///
            /// ```
            /// # use micrograd_core::Value;
            #[doc = concat!("# use micrograd_nn::{", stringify!($Optimizer), ", Module, Optimizer};")]
            /// let x = Value::new(0.0);
            /// x.backward(); // ∂x/∂x = 1
            #[doc = concat!("let mut optimizer = ", stringify!($Optimizer), "::new(0.001).betas(0.5, 0.75);")]
            /// optimizer.step(&x.parameters());
            /// assert_eq!(optimizer.state().list("exp_avg"), Some(&[0.5][..]));
            /// assert_eq!(optimizer.state().list("exp_avg_sq"), Some(&[0.25][..]));
            /// ```
            #[must_use]
            #[track_caller]
            pub fn betas(mut self, beta1: f64, beta2: f64) -> Self {
                self.moments.set_betas([beta1, beta2]);
                self
            }

            /// What is added to the root, so that a gradient of 0 divides nothing by 0.
            ///
            /// # Panics
            ///
            /// If `eps` is negative or not finite.
            ///
            /// ```
            /// # use micrograd_core::Value;
            #[doc = concat!("# use micrograd_nn::{", stringify!($Optimizer), ", Module, Optimizer};")]
            /// let x = Value::new(0.0); // its gradient is 0
            #[doc = concat!(stringify!($Optimizer), "::new(1.0).eps(1.0).step(&x.parameters());")]
            /// assert_eq!(x, 0.0);
            /// ```
            #[must_use]
            #[track_caller]
            pub fn eps(mut self, eps: f64) -> Self {
                self.moments.set_eps(eps);
                self
            }
        }
    };
    ($Optimizer:ident with amsgrad) => {
        options_of_moments! { $Optimizer }

        impl $Optimizer {
            /// Divides by the largest mean of squares that there has been, so that no step grows because an old
            /// gradient is forgotten: v̂ is made of max v. Its state has one more list, `max_exp_avg_sq`. Reddi,
            /// Kale and Kumar, *On the Convergence of Adam and Beyond*, ICLR 2018; PyTorch's `amsgrad`.
            ///
            /// ```
            /// # use micrograd_core::Value;
            #[doc = concat!("# use micrograd_nn::{", stringify!($Optimizer), ", Module, Optimizer};")]
            /// let x = Value::new(0.0);
            #[doc = concat!("let mut optimizer = ", stringify!($Optimizer), "::new(0.001).betas(0.5, 0.5).amsgrad();")]
            /// for gradient in [2.0, 0.0] {
            ///     x.set_grad(gradient);
            ///     optimizer.step(&x.parameters());
            /// }
            /// assert_eq!(optimizer.state().list("exp_avg_sq"), Some(&[1.0][..]));
            /// assert_eq!(optimizer.state().list("max_exp_avg_sq"), Some(&[2.0][..]));
            /// ```
            #[must_use]
            pub fn amsgrad(mut self) -> Self {
                self.moments.set_amsgrad();
                self
            }
        }
    };
}

/// The option λ that adds λp to each gradient.
macro_rules! decay_in_the_gradient {
    ($Optimizer:ident) => {
        impl $Optimizer {
            /// Adds λp to the gradient of each parameter p, which is the gradient of ½λp².
            ///
            /// # Panics
            ///
            /// If `weight_decay` is negative or not finite.
            ///
            /// ```
            /// # use micrograd_core::Value;
            #[doc = concat!("# use micrograd_nn::{", stringify!($Optimizer), ", Module, Optimizer};")]
            /// let x = Value::new(4.0); // its gradient is 0
            #[doc = concat!(stringify!($Optimizer), "::new(0.5).weight_decay(0.25).step(&x.parameters());")]
            /// assert!(x.data() < 4.0); // as for every gradient above 0
            /// ```
            #[must_use]
            #[track_caller]
            pub fn weight_decay(mut self, weight_decay: f64) -> Self {
                assert_at_least_zero("weight decay", weight_decay);
                self.weight_decay = weight_decay;
                self
            }

            /// The data of the parameters, and their gradients with the decay added.
            #[track_caller]
            fn data_and_decayed_gradients(
                &self,
                parameters: &[Value],
            ) -> Result<(Vec<f64>, Vec<f64>), StepError> {
                let mut gradients = finite_gradients(parameters)?;
                let data = Value::data_of(parameters);
                if self.weight_decay > 0.0 {
                    for (g, p) in gradients.iter_mut().zip(&data) {
                        *g += self.weight_decay * p;
                    }
                }
                Ok((data, gradients))
            }
        }
    };
}

/// The methods of `Optimizer` that the moments answer.
macro_rules! rate_and_state_of_moments {
    () => {
        rate_of_moments! {}

        fn restore(&mut self, state: OptimizerState) -> Result<(), OptimizerStateError> {
            self.moments.restore(KIND, state)
        }
    };
}

/// The same for those that take more from a state.
macro_rules! rate_of_moments {
    () => {
        fn lr(&self) -> f64 {
            self.moments.lr()
        }

        fn set_lr(&mut self, lr: f64) {
            self.moments.set_lr(lr);
        }

        fn state(&self) -> OptimizerState {
            self.moments.state(KIND)
        }
    };
}

pub(in crate::optimizers) use decay_in_the_gradient;
pub(in crate::optimizers) use options_of_moments;
pub(in crate::optimizers) use rate_and_state_of_moments;
pub(in crate::optimizers) use rate_of_moments;
