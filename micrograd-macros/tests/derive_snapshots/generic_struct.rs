#[module(crate = nets::nn)]
struct Model<'a, T: Clone, F, const N: usize>
where
    F: Family,
{
    scale: Value,
    r#type: Vec<T>,
    members: [F::Member; N],
    #[module(skip)]
    name: &'a str,
    kind: PhantomData<fn(T) -> F>,
}
