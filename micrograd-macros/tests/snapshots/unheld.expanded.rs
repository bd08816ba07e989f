fn expansion() {
    {
        static TEXTS: [::micrograd_core::__macro_support::Expression; 27usize] = [
            ::micrograd_core::__macro_support::Expression::HERE
                .text("k * (y - x)", "rate"),
            ::micrograd_core::__macro_support::Expression::HERE.text("y - x", ""),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("x * (c - z) - y", "force"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * (c - z)", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("c - z", ""),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("x += H * rate", "x"),
            ::micrograd_core::__macro_support::Expression::HERE.text("H * rate", ""),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("y += H * force - rate", "y"),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("H * force - rate", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("H * force", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("x + y", "sum"),
            ::micrograd_core::__macro_support::Expression::HERE.text("z -= sum", "z"),
            ::micrograd_core::__macro_support::Expression::HERE.text("sum * x", "end"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * y", "shown"),
            ::micrograd_core::__macro_support::Expression::HERE.text("z += shown", "z"),
            ::micrograd_core::__macro_support::Expression::HERE.text("show(shown)", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * y", "copied"),
            ::micrograd_core::__macro_support::Expression::HERE.text("z += copied", "z"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * y", "below"),
            ::micrograd_core::__macro_support::Expression::HERE
                .text("z += w[index()]", "z"),
            ::micrograd_core::__macro_support::Expression::HERE.text("z += below", "z"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * y", "below"),
            ::micrograd_core::__macro_support::Expression::HERE.text("y * z", ""),
            ::micrograd_core::__macro_support::Expression::HERE.text("z += below", "z"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * y", "below"),
            ::micrograd_core::__macro_support::Expression::HERE.text("x * z", "y"),
            ::micrograd_core::__macro_support::Expression::HERE.text("z += below", "z"),
        ];
        static BLOCK: ::micrograd_core::__macro_support::Expressions = ::micrograd_core::__macro_support::Expressions::new(
            &TEXTS,
        );
        BLOCK.register();
    }
    {
        let rate = match (
            ::micrograd_core::__macro_support::operand(&k),
            ::micrograd_core::__macro_support::operand(&y),
            ::micrograd_core::__macro_support::operand(&x),
        ) {
            (operand0, operand1, operand2) => {
                ::micrograd_core::__macro_support::unheld(
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
                            >(operand2, ()),
                        ),
                    ),
                    |(operand0, (operand1, (operand2, ())))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.sub(operand1, operand2);
                        let result1 = recorder.mul(operand0, result0);
                        result1
                    },
                )
            }
        };
        let force = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&c),
            ::micrograd_core::__macro_support::operand(&z),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1, operand2, operand3) => {
                ::micrograd_core::__macro_support::unheld(
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
                                ],
                            )
                            .in_place();
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
                        let result0 = recorder.sub(operand1, operand2);
                        let result1 = recorder.mul(operand0, result0);
                        let result2 = recorder.sub(result1, operand3);
                        result2
                    },
                )
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&H),
            ::micrograd_core::__macro_support::operand(&rate),
        ) {
            (operand0, operand1) => {
                ::micrograd_core::__macro_support::place(&mut x)
                    .add_assign(
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
                                    ],
                                )
                                .in_place();
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
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
                            >(operand1, ()),
                        ),
                        |(operand0, (operand1, ()))| {
                            let recorder = ::micrograd_core::__macro_support::Recorder;
                            let result0 = recorder.mul(operand0, operand1);
                            result0
                        },
                    )
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&H),
            ::micrograd_core::__macro_support::operand(&force),
            ::micrograd_core::__macro_support::operand(&rate),
        ) {
            (operand0, operand1, operand2) => {
                ::micrograd_core::__macro_support::place(&mut y)
                    .add_assign(
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
                                    ],
                                )
                                .in_place();
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
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
                                >(operand2, ()),
                            ),
                        ),
                        |(operand0, (operand1, (operand2, ())))| {
                            let recorder = ::micrograd_core::__macro_support::Recorder;
                            let result0 = recorder.mul(operand0, operand1);
                            let result1 = recorder.sub(result0, operand2);
                            result1
                        },
                    )
            }
        };
    }
    let end = {
        let sum = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
                ::micrograd_core::__macro_support::unheld(
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.add(operand0, operand1);
                        result0
                    },
                )
            }
        };
        match (::micrograd_core::__macro_support::operand(&sum),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .sub_assign(
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
                                    ],
                                )
                                .in_place();
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
        match (
            ::micrograd_core::__macro_support::operand(&sum),
            ::micrograd_core::__macro_support::operand(&x),
        ) {
            (operand0, operand1) => {
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
                                ],
                            )
                            .in_place();
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        }
    };
    {
        let shown = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        match (::micrograd_core::__macro_support::operand(&shown),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .add_assign(
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
                                ],
                            );
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
        show(shown);
    }
    {
        let copied = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        match (::micrograd_core::__macro_support::operand(&copied),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .add_assign(
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
                                ],
                            );
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
        let copy = {
            use ::micrograd_core::__macro_support::CopyOfAny as _;
            ::micrograd_core::__macro_support::Copied(&copied).copy()
        };
    }
    {
        let below = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        match (::micrograd_core::__macro_support::operand(&w[index()]),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .add_assign(
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
                                ],
                            );
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
        match (::micrograd_core::__macro_support::operand(&below),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .add_assign(
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
                                ],
                            );
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
    }
    {
        let below = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        let _ = match (
            ::micrograd_core::__macro_support::operand(&y),
            ::micrograd_core::__macro_support::operand(&z),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        match (::micrograd_core::__macro_support::operand(&below),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .add_assign(
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
                                ],
                            );
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
    }
    {
        let below = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&y),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        y = match (
            ::micrograd_core::__macro_support::operand(&x),
            ::micrograd_core::__macro_support::operand(&z),
        ) {
            (operand0, operand1) => {
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
                        >(operand1, ()),
                    ),
                    |(operand0, (operand1, ()))| {
                        let recorder = ::micrograd_core::__macro_support::Recorder;
                        let result0 = recorder.mul(operand0, operand1);
                        result0
                    },
                )
            }
        };
        match (::micrograd_core::__macro_support::operand(&below),) {
            (operand0,) => {
                ::micrograd_core::__macro_support::place(&mut z)
                    .add_assign(
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
                                ],
                            );
                            &SITE
                        },
                        const {
                            ::micrograd_core::__macro_support::Expression::HERE
                                .position()
                        },
                        ::micrograd_core::__macro_support::Operands::<
                            1usize,
                            _,
                            _,
                        >(operand0, ()),
                        |(operand0, ())| { operand0 },
                    )
            }
        };
    }
}
