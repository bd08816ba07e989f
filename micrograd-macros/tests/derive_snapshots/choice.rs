enum Choice {
    One(Linear),
    Two { left: Value, right: Value },
    Neither,
}
