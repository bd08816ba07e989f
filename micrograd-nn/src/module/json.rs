//! A model's tensors as JSON.

use super::ParameterTensor;
use micrograd_core::Value;
use std::fmt::Write;

/// An object with a nested list for each tensor.
pub(super) fn of(tensors: &[ParameterTensor]) -> String {
    let mut json = String::from("{");
    for (place, tensor) in tensors.iter().enumerate() {
        json.push_str(if place == 0 { "\n  " } else { ",\n  " });
        push_text(&mut json, tensor.name());
        json.push_str(": ");
        push_numbers(&mut json, tensor.shape(), tensor.values());
    }
    json.push_str(if tensors.is_empty() { "}\n" } else { "\n}\n" });
    json
}

fn push_numbers(json: &mut String, shape: &[usize], values: &[Value]) {
    let Some((&length, rest)) = shape.split_first() else {
        match values[0].data() {
            number if number.is_finite() => {
                let _ = write!(json, "{number:?}");
            }
            _ => json.push_str("null"),
        }
        return;
    };
    json.push('[');
    let size: usize = rest.iter().product();
    for place in 0..length {
        if place > 0 {
            json.push_str(", ");
        }
        push_numbers(json, rest, &values[place * size..(place + 1) * size]);
    }
    json.push(']');
}

fn push_text(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => json.extend(['\\', character]),
            _ if character.is_control() => {
                let _ = write!(json, "\\u{:04x}", u32::from(character));
            }
            _ => json.push(character),
        }
    }
    json.push('"');
}
