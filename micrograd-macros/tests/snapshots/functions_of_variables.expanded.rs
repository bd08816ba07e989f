fn expansion() {
    {
        {
            static TEXTS: [::micrograd_core::__macro_support::Expression; 5usize] = [
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("y * x.exp() + list[i].sin() * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("y * x.exp()", ""),
                ::micrograd_core::__macro_support::Expression::HERE.text("x.exp()", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("list[i].sin() * x", ""),
                ::micrograd_core::__macro_support::Expression::HERE
                    .text("list[i].sin()", ""),
            ];
            static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
                &TEXTS,
            );
            BLOCK.register();
        }
        match (
            ::micrograd_core::__macro_support::operand(&y),
            ::micrograd_core::__macro_support::operand(
                &{
                    use ::micrograd_core::__macro_support::{
                        WayForNumbers as _, WayForOthers as _, WayForPointers as _,
                    };
                    match &x {
                        place => {
                            (&&&::micrograd_core::__macro_support::Probe(place))
                                .way()
                                .operand::<4usize, _, _>(place, |place| place.exp())
                        }
                    }
                },
            ),
            ::micrograd_core::__macro_support::operand(
                &{
                    use ::micrograd_core::__macro_support::{
                        WayForNumbers as _, WayForOthers as _, WayForPointers as _,
                    };
                    match &list[i] {
                        place => {
                            (&&&::micrograd_core::__macro_support::Probe(place))
                                .way()
                                .operand::<3usize, _, _>(place, |place| place.sin())
                        }
                    }
                },
            ),
            ::micrograd_core::__macro_support::operand(&x),
        ) {
            (operand0, operand1, operand2, operand3) => {
                ::micrograd_core::__macro_support::expression(
                    {
                        enum Here {}
                        unsafe impl ::micrograd_core::__macro_support::Expanded
                        for Here {}
                        static SITE: ::micrograd_core::__macro_support::Site = ::micrograd_core::__macro_support::Site::new::<
                            Here,
                        >(
                            &[
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                                ::micrograd_core::__macro_support::Expression::HERE
                                    .position(),
                            ],
                        );
                        &SITE
                    },
                    const {
                        ::micrograd_core::__macro_support::Expression::HERE.position()
                    },
                    ::micrograd_core::__macro_support::Operands::<
                        1usize,
                        _,
                        _,
                    >(
                        operand0,
                        ::micrograd_core::__macro_support::Operands::<
                            2usize,
                            _,
                            _,
                        >(
                            operand1,
                            ::micrograd_core::__macro_support::Operands::<
                                3usize,
                                _,
                                _,
                            >(
                                operand2,
                                ::micrograd_core::__macro_support::Operands::<
                                    4usize,
                                    _,
                                    _,
                                >(operand3, ()),
                            ),
                        ),
                    ),
                    |(operand0, (operand1, (operand2, (operand3, ()))))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.called(operand1).exp();
                        let result1 = recorder.mul(operand0, result0);
                        let result2 = recorder.called(operand2).sin();
                        let result3 = recorder.mul(result2, operand3);
                        let result4 = recorder.add(result1, result3);
                        result4
                    },
                )
            }
        }
    }
}
