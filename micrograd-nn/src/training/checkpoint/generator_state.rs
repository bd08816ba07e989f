//! Where the run's generator of random numbers stands, as texts.

use super::Entries;
use crate::CheckpointError;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;
use std::fmt::Write;

/// ChaCha's key, its stream, and the number of 32-bit words that have been drawn.
pub(super) fn rng_entries(rng: &ChaCha8Rng) -> [(&'static str, String); 3] {
    [
        ("rng.seed", hexadecimal(&rng.get_seed())),
        ("rng.stream", rng.get_stream().to_string()),
        ("rng.word_pos", rng.get_word_pos().to_string()),
    ]
}

pub(super) fn read_rng(entries: &Entries<'_>) -> Result<ChaCha8Rng, CheckpointError> {
    let digits = entries.text("rng.seed")?;
    let mut seed = [0; 32];
    if digits.len() != 2 * seed.len() || !digits.is_ascii() {
        return Err(entries.wrong("rng.seed"));
    }
    for (place, byte) in seed.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * place..2 * place + 2], 16)
            .map_err(|_| entries.wrong("rng.seed"))?;
    }
    let mut rng = ChaCha8Rng::from_seed(seed);
    rng.set_stream(entries.number("rng.stream")?);
    rng.set_word_pos(entries.number("rng.word_pos")?);
    Ok(rng)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
