//! Files in other formats, with other names, with more tensors or fewer; one tensor alone; the states of
//! optimisers. The bits of 16-bit floats are PyTorch's.
#![cfg(feature = "safetensors")]

use micrograd_core::{Value, grad};
use micrograd_nn::{
    Adagrad, AdamW, Lbfgs, LoadError, LoadOptions, Module, Optimizer, OptimizerState,
    ParameterGroups, SaveModule, Sgd, saved_tensor,
};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("file.safetensors");
    (folder, file)
}

/// A file by the letter of the format: its length, the header, the bytes.
fn write(file: &Path, header: &str, bytes: &[u8]) {
    let mut all = (header.len() as u64).to_le_bytes().to_vec();
    all.extend(header.as_bytes());
    all.extend(bytes);
    fs::write(file, all).expect("the file can be written");
}

#[test]
fn floats_of_16_bits_are_read_exactly() {
    let (_folder, file) = file();
    let halves: [u16; 10] = [
        0x0, 0x8000, 0x3c00, 0xc100, 0x3555, 0x7bff, 0x400, 0x1, 0x3ff, 0xbc01,
    ];
    let brains: [u16; 7] = [0x0, 0x3f80, 0xc020, 0x4049, 0x7f7f, 0x1, 0x80];
    let header = concat!(
        r#"{"0":{"dtype":"F16","shape":[10],"data_offsets":[0,20]},"#,
        r#""1":{"dtype":"BF16","shape":[7],"data_offsets":[20,34]}}"#
    );
    let bits = halves.iter().chain(&brains);
    write(
        &file,
        header,
        &bits.flat_map(|bits| bits.to_le_bytes()).collect::<Vec<_>>(),
    );
    let model = (Value::leaves_of(&[9.0; 10]), Value::leaves_of(&[9.0; 7]));
    model.load(&file).expect("it fits");
    let expected = [
        0.0,
        -0.0,
        1.0,
        -2.5,
        0.333_251_953_125,
        65504.0,
        6.103_515_625e-05,
        5.960_464_477_539_063e-08,
        6.097_555_160_522_461e-05,
        -1.000_976_562_5,
    ];
    assert_eq!(Value::data_of(&model.0), expected);
    assert!(model.0[1].data().is_sign_negative());
    let expected = [
        0.0,
        1.0,
        -2.5,
        3.140_625,
        3.389_531_389_251_535_5e38,
        9.183_549_615_799_121e-41,
        1.175_494_350_822_287_5e-38,
    ];
    assert_eq!(Value::data_of(&model.1), expected);

    // An infinity and a NaN are refused as such.
    for bits in [0x7c00_u16, 0x7e00] {
        write(
            &file,
            r#"{"":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}"#,
            &bits.to_le_bytes(),
        );
        let error = [Value::new(0.0)].load(&file).expect_err("not finite");
        assert!(matches!(error, LoadError::NotFinite { .. }), "{error}");
    }
}

/// `a.weight`, `a.bias` and a counter, as a norm of PyTorch has.
fn write_norm(file: &Path) {
    let header = concat!(
        r#"{"a.weight":{"dtype":"F64","shape":[2],"data_offsets":[0,16]},"#,
        r#""a.bias":{"dtype":"F64","shape":[1],"data_offsets":[16,24]},"#,
        r#""a.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[24,32]}}"#
    );
    let numbers = [1.0, 2.0, 3.0, 4.0_f64];
    write(
        file,
        header,
        &numbers
            .iter()
            .flat_map(|n| n.to_le_bytes())
            .collect::<Vec<_>>(),
    );
}

#[derive(Module)]
struct Norm {
    weight: Vec<Value>,
    gain: Value,
}

fn norm(weights: usize) -> Norm {
    Norm {
        weight: Value::leaves_of(&vec![0.5; weights]),
        gain: Value::new(0.25),
    }
}

#[test]
fn part_of_a_file_is_loaded_under_other_names() {
    let (_folder, file) = file();
    write_norm(&file);
    let model = norm(2);
    let options = LoadOptions::new()
        .rename(|name| name.replace("a.", ""))
        .partial();
    let loaded = options.load(&model, &file).expect("it fits");
    assert_eq!(loaded.missing, ["gain"]);
    assert_eq!(loaded.unexpected, ["a.bias", "a.num_batches_tracked"]);
    assert_eq!(model.parameters(), [1.0, 2.0, 0.25]);
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let (_folder, file) = file();
    write_norm(&file);
    let refused = |options: LoadOptions<'_>, model: &Norm, message: &str| {
        let before = Value::data_of(&model.parameters());
        let error = options
            .load(model, &file)
            .expect_err("it does not fit")
            .to_string();
        assert!(error.ends_with(message), "{error}");
        assert_eq!(Value::data_of(&model.parameters()), before);
    };
    refused(
        LoadOptions::new(),
        &norm(2),
        "the tensor `a.num_batches_tracked` holds I64, not F64, F32, F16 or BF16",
    );
    let partial = || LoadOptions::new().partial();
    refused(
        partial().rename(|name| name.replace("a.", "")),
        &norm(3),
        "the tensor `weight` has the shape [2], but the model has [3]",
    );
    refused(
        partial().rename(|name| {
            name.replace("num_batches_tracked", "gain")
                .replace("a.", "")
        }),
        &norm(2),
        "the tensor `a.num_batches_tracked` holds I64, not F64, F32, F16 or BF16",
    );
    refused(
        partial().rename(|_| "weight".to_owned()),
        &norm(2),
        "the tensors `a.bias` and `a.weight` would both be `weight`",
    );
    // Without `partial`, all must be there.
    norm(2).save(&file).expect("it can be written");
    refused(
        LoadOptions::new().rename(|name| name.replace("gain", "scale")),
        &norm(2),
        "the tensor `gain` of shape [] is missing",
    );
}

#[test]
fn one_tensor_is_read_by_its_name() {
    let (_folder, file) = file();
    write_norm(&file);
    let read = saved_tensor(&file, "a.weight").expect("it is there");
    assert_eq!(read, (vec![2], vec![1.0, 2.0]));
    let error = saved_tensor(&file, "weight")
        .expect_err("no such name")
        .to_string();
    let message = "there is no tensor `weight`; there are a.bias, a.num_batches_tracked, a.weight";
    assert!(error.ends_with(message), "{error}");
    let error = saved_tensor(&file, "a.num_batches_tracked").expect_err("no floats");
    assert!(matches!(error, LoadError::Type { .. }), "{error}");
}

#[test]
fn json_has_the_names_the_shapes_and_all_digits() {
    let model = (
        vec![
            vec![Value::new(0.1), Value::new(1e-300)],
            vec![Value::new(-2.0), Value::new(1e22)],
        ],
        norm(1),
    );
    model.1.gain.set_data(f64::NAN);
    // Python's json.loads reads it.
    let expected = r#"{
  "0": [[0.1, 1e-300], [-2.0, 1e22]],
  "1.weight": [0.5],
  "1.gain": null
}
"#;
    assert_eq!(model.to_json(), expected);
    let nothing: Vec<Value> = Vec::new();
    assert_eq!(nothing.to_json(), "{}\n");
}

#[test]
fn states_of_optimisers_come_back_from_a_file_as_they_were() {
    let (_folder, file) = file();
    let point = [-1.5, 0.5].map(Value::new);
    let loss = || grad! { (1 - point[0]) ** 2 + 10 * (point[1] - point[0] ** 2) ** 2 };
    let mut lbfgs = Lbfgs::new(1.0).max_iter(4);
    lbfgs.step(&point, loss);
    let mut groups = ParameterGroups::of(&point)
        .group(|name| name == "0", AdamW::new(0.07))
        .rest(Sgd::new(0.1).momentum(0.9));
    let mut adagrad = Adagrad::new(0.1);
    for optimizer in [&mut groups as &mut dyn Optimizer, &mut adagrad] {
        point.zero_grad();
        loss().backward();
        optimizer.step(&point);
    }
    let fresh = Sgd::new(0.1).momentum(0.9).state();
    for state in [lbfgs.state(), groups.state(), adagrad.state(), fresh] {
        state.save(&file).expect("it can be written");
        assert_eq!(OptimizerState::load(&file).expect("it is a state"), state);
    }
}

#[test]
fn a_file_that_is_no_state_is_refused() {
    let (_folder, file) = file();
    norm(1).save(&file).expect("it can be written");
    let error = OptimizerState::load(&file)
        .expect_err("a model")
        .to_string();
    let message = r#"not the state of an optimiser: the entry `format` is Some("pt")"#;
    assert!(error.ends_with(message), "{error}");

    Adagrad::new(0.1)
        .state()
        .save(&file)
        .expect("it can be written");
    let mut bytes = fs::read(&file).expect("it is there");
    let entry = br#""steps":"0""#;
    let place = bytes.windows(entry.len()).position(|found| found == entry);
    bytes[place.expect("the entry") + entry.len() - 2] = b'x';
    fs::write(&file, bytes).expect("it can be written");
    let error = OptimizerState::load(&file).expect_err("no number");
    assert!(
        matches!(error, LoadError::Entry { ref entry, .. } if entry == "steps"),
        "{error}"
    );
}
