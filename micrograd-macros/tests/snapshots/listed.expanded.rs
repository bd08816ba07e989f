fn expansion() {
    let y = match (
        ::micrograd_core::__macro_support::operand(&a),
        ::micrograd_core::__macro_support::operand(&x),
        ::micrograd_core::__macro_support::operand(
            &{
                use ::micrograd_core::__macro_support::{
                    WayForNumbers as _, WayForOthers as _, WayForPointers as _,
                };
                match &b {
                    place => {
                        (&&&::micrograd_core::__macro_support::Probe(place))
                            .way()
                            .operand(place, |place| place.exp())
                    }
                }
            },
        ),
    ) {
        (operand0, operand1, operand2) => {
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = __grad::Listed;
            }
            static SITE: __grad::Site = __grad::Site::listed::<
                Here,
            >(
                &[
                    __grad::HERE.text("x ** 2", ""),
                    __grad::HERE.text("a * x ** 2", ""),
                    __grad::HERE.text("b.exp()", ""),
                    __grad::HERE.text("a * x ** 2 - b.exp()", ""),
                    __grad::HERE.text("(a * x ** 2 - b.exp()) / 2", "y"),
                ],
                false,
                "powi x1 2;mul x0 t0;exp? x2;sub t1 t2;div t3 2.0",
                ::micrograd_core::__macro_support::HERE.position(),
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, (operand1, (operand2, ()))))
        }
    };
    match (
        ::micrograd_core::__macro_support::operand(&a),
        ::micrograd_core::__macro_support::operand(&b),
    ) {
        (operand0, operand1) => {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::ToAssignee as _;
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = __grad::Listed;
            }
            static SITE: __grad::Site = __grad::Site::listed::<
                Here,
            >(
                &[__grad::HERE.text("a * b", ""), __grad::HERE.text("y += a * b", "y")],
                false,
                "mul x0 x1",
                ::micrograd_core::__macro_support::HERE.position(),
            );
            y.__assignee().add_assign::<Here, _, _>(&SITE, (operand0, (operand1, ())))
        }
    };
    let z = match (::micrograd_core::__macro_support::operand(&y),) {
        (operand0,) => {
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = __grad::Listed;
            }
            static SITE: __grad::Site = __grad::Site::listed::<
                Here,
            >(
                &[__grad::HERE.text("-y", "z")],
                false,
                "neg x0",
                ::micrograd_core::__macro_support::HERE.position(),
            );
            ::micrograd_core::__macro_support::expression::<
                Here,
                _,
            >(&SITE, (operand0, ()))
        }
    };
    match ::micrograd_core::__macro_support::operand(&w) {
        operand => {
            #[allow(unused_imports)]
            use ::micrograd_core::__macro_support::ToAssignee as _;
            use ::micrograd_core::__macro_support as __grad;
            enum Here {}
            unsafe impl __grad::Expanded for Here {
                type Arithmetic = __grad::Itself;
            }
            static SITE: __grad::Site = __grad::Site::of::<
                Here,
            >(&[__grad::HERE.text("z /= w", "z")], false);
            z.__assignee()
                .div_assign_operand::<
                    _,
                    _,
                >(
                    &SITE,
                    const { ::micrograd_core::__macro_support::HERE.position() },
                    operand,
                );
        }
    };
}
