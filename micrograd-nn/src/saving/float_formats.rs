//! Numbers in the formats of safetensors, as 64-bit floats.

use safetensors::tensor::{Dtype, TensorView};

/// The numbers of a tensor of floats, each exactly; none if it holds something else.
pub(super) fn numbers(view: &TensorView<'_>) -> Option<Vec<f64>> {
    let bytes = view.data();
    Some(match view.dtype() {
        Dtype::F64 => each(bytes, f64::from_le_bytes),
        Dtype::F32 => each(bytes, |single| f64::from(f32::from_le_bytes(single))),
        Dtype::BF16 => each(bytes, |half| brain_float(u16::from_le_bytes(half))),
        Dtype::F16 => each(bytes, |half| half_float(u16::from_le_bytes(half))),
        _ => return None,
    })
}

fn each<const N: usize>(bytes: &[u8], number: impl Fn([u8; N]) -> f64) -> Vec<f64> {
    let chunks = bytes.as_chunks().0.iter();
    chunks.map(|&chunk| number(chunk)).collect()
}

/// The upper half of a 32-bit float.
fn brain_float(bits: u16) -> f64 {
    f64::from(f32::from_bits(u32::from(bits) << 16))
}

/// IEEE 754 binary16: a sign, 5 bits of exponent, 10 of mantissa.
fn half_float(bits: u16) -> f64 {
    let sign = if bits >> 15 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 0x1f);
    let mantissa = f64::from(bits & 0x3ff);
    let magnitude = match exponent {
        0 => mantissa * 2_f64.powi(-24),
        0x1f if mantissa == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1024.0 + mantissa) * 2_f64.powi(exponent - 25),
    };
    sign * magnitude
}
