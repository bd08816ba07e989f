struct Model {
    #[module(skp)]
    size: usize,
    scale: Value,
}
