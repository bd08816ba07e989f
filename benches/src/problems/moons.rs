//! The data of micrograd's notebook

use serde::Deserialize;

#[derive(Clone, Deserialize)]
pub(crate) struct Moons {
    #[serde(rename = "X")]
    pub(crate) points: Vec<[f64; 2]>,
    /// The side of each point, 1 or −1.
    #[serde(rename = "y")]
    pub(crate) sides: Vec<f64>,
    /// In the order of `parameters()`.
    #[serde(rename = "initial_params")]
    pub(crate) parameters: Vec<f64>,
}

impl Moons {
    pub(crate) fn load() -> Moons {
        let text = include_str!("../../../examples/data/moons.json");
        serde_json::from_str(text).expect("the data is valid")
    }
}
