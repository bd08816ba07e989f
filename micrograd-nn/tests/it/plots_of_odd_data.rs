//! Pictures of data that is noisy, extreme, incomplete or oddly named.
#![cfg(feature = "plots")]

use crate::blame::assert_panics;
use micrograd_core::Value;
use micrograd_nn::{
    ConfusionMatrix, Digit, PlotError, Sgd, Training, plot_confusion_matrix, plot_curves,
    plot_decision_regions, plot_digits, plot_history,
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};
use std::fs;
use std::path::Path;

/// Width, and red, green and blue of each pixel, row by row.
fn pixels(file: &Path) -> (usize, Vec<[u8; 3]>) {
    let file = fs::File::open(file).expect("the picture");
    let mut reader = png::Decoder::new(std::io::BufReader::new(file))
        .read_info()
        .expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size()];
    let info = reader.next_frame(&mut bytes).expect("a PNG");
    (info.width as usize, bytes.as_chunks().0.to_vec())
}

/// Draws into a file of this name, and hands it on.
fn drawn<R>(
    name: &str,
    draw: impl FnOnce(&Path) -> Result<(), PlotError>,
    read: impl FnOnce(&Path) -> R,
) -> R {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join(name);
    draw(&file).expect("the picture can be drawn");
    read(&file)
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("the picture")
}

fn bytes(file: &Path) -> Vec<u8> {
    fs::read(file).expect("the picture")
}

#[test]
fn a_noisy_curve_covers_no_heights_that_it_does_not_have() {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    for points in [300, 1000, 20_000] {
        // Between 0.4 and 0.6, but for the first two numbers, which set the axis.
        let mut numbers = vec![0.0, 1.0];
        numbers.extend((0..points).map(|_| rng.random_range(0.4..0.6)));
        let draw = |file: &Path| plot_curves(file, "", &[("", &numbers)]);
        let (width, pixels) = drawn("noise.png", draw, pixels);
        // The height of the axes' area is that of 1.1 units.
        let rows: Vec<usize> = pixels
            .chunks(width)
            .enumerate()
            .filter(|(_, row)| row[110..].contains(&[0, 114, 178]))
            .map(|(row, _)| row)
            .collect();
        let height = rows.last().expect("a curve") - rows[0];
        let whole = pixels
            .chunks(width)
            .enumerate()
            .filter(|(_, row)| row[..105].contains(&[0, 114, 178]))
            .map(|(row, _)| row)
            .collect::<Vec<_>>();
        let unit = whole.last().expect("0") - whole[0];
        assert!(
            height <= unit / 5 + 4 && height >= unit / 5 - 20,
            "{points} points between 0.4 and 0.6 cover {height} of {unit} rows"
        );
    }
}

#[test]
fn ranges_without_room_for_an_axis_are_errors_and_others_are_drawn() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("curve.svg");
    for extreme in [
        [-9e307, 9e307],
        [1e-310, 1.0],
        [1.0, 1.7e308],
        [5e-324, 1.0],
        [0.0, 1e301],
    ] {
        let error = plot_curves(&file, "", &[("a", &extreme)]).expect_err("it does not fit");
        let PlotError::Range { least, most, .. } = error else {
            panic!("{error}")
        };
        assert_eq!([least, most], extreme);
        assert!(!file.exists(), "a failed plot leaves nothing");
    }
    let far = [[-9e307, 0.0], [9e307, 1.0]];
    let error = plot_decision_regions(&file, &far, &[0, 1], |_| 0).expect_err("it does not fit");
    assert!(matches!(error, PlotError::Range { .. }), "{error}");
    for fine in [
        [-1e300, 1e300],
        [1e-150, 1e149],
        [1.0, 1.0 + f64::EPSILON],
        [1e16, 1e16 + 4.0],
        [1e299, 1e299],
        [0.0, 1e-320],
        [5e-324, 5e-324],
    ] {
        plot_curves(&file, "", &[("a", &fine)]).expect("it can be drawn");
    }
    for fine in [
        [[1e8, 1e8]; 2],
        [[0.0; 2]; 2],
        [[1e-200, 0.0], [3e-200, 0.0]],
        [[1e300; 2]; 2],
    ] {
        plot_decision_regions(&file, &fine, &[0, 0], |_| 0).expect("it can be drawn");
    }
}

#[test]
fn a_number_that_is_not_finite_is_a_gap() {
    let curve = [1.0, 2.0, f64::NAN, 3.0, f64::INFINITY, 2.0, 1.0];
    let draw = |file: &Path| plot_curves(file, "", &[("", &curve)]);
    let picture = drawn("gaps.svg", draw, text);
    // The 3 stands alone; each of the other runs is one line.
    assert_eq!(picture.matches("<circle").count(), 1);
    let lines = picture
        .lines()
        .filter(|line| line.contains(r##"stroke="#0072B2""##));
    assert_eq!(
        lines.filter(|line| line.starts_with("<polyline")).count(),
        2
    );

    let error = plot_curves("never.svg", "", &[("a", &[f64::NAN])]).expect_err("nothing to draw");
    assert_eq!(
        error.to_string(),
        "never.svg: number 0 of the curve `a` is NaN"
    );
}

#[test]
fn a_run_that_diverged_can_be_drawn() {
    let x = Value::new(3.0);
    let rng = ChaCha8Rng::seed_from_u64(1);
    let mut training = Training::new(&x, Sgd::new(0.5), rng).epochs(99).quiet();
    let history = training.run(|epoch| epoch.step(&x.powi(4)));
    assert!(history.divergence().is_some());
    drawn("run.svg", |file| plot_history(file, &history), text);
}

#[test]
fn pixels_of_a_digit_that_are_not_finite_are_an_error() {
    let digit = Digit {
        pixels: &[0.0, f64::NAN, 0.0, 0.0],
        label: 1,
        predicted: None,
    };
    let error = plot_digits("never.svg", &[digit]).expect_err("a NaN is no grey");
    assert_eq!(error.to_string(), "never.svg: number 1 of digit 0 is NaN");
}

#[test]
fn each_of_many_classes_has_a_colour_of_its_own() {
    let labels: Vec<usize> = (0..40).collect();
    let points: Vec<[f64; 2]> = (0_u32..40).map(|i| [f64::from(i), 0.0]).collect();
    let draw = |file: &Path| plot_decision_regions(file, &points, &labels, |_| 0);
    let picture = drawn("classes.svg", draw, text);
    let circles = picture.lines().filter(|line| line.starts_with("<circle"));
    let fill = |line: &str| {
        line.split("fill=\"")
            .nth(1)
            .map(|rest| rest[..7].to_owned())
    };
    let mut colours: Vec<String> = circles
        .filter_map(fill)
        .filter(|f| f.starts_with('#'))
        .collect();
    colours.sort();
    colours.dedup();
    assert!(colours.len() >= labels.len(), "{} colours", colours.len());
}

#[test]
fn letters_that_the_font_lacks_show_as_question_marks_in_a_png_and_as_they_are_in_an_svg() {
    let draw = |title: &'static str| {
        move |file: &Path| plot_curves(file, title, &[("größe ∂L/∂w", &[1.0, 2.0])])
    };
    let marks = drawn("a.png", draw("?? ε"), bytes);
    assert_eq!(drawn("b.png", draw("日本 ε"), bytes), marks);
    assert_ne!(drawn("c.png", draw("ε"), bytes), marks);
    assert!(drawn("d.svg", draw("日本 ε"), text).contains("日本 ε"));
}

#[test]
fn the_ending_may_be_in_capitals() {
    let draw = |file: &Path| plot_curves(file, "", &[("a", &[1.0, 2.0])]);
    assert_eq!(drawn("a.PNG", draw, bytes), drawn("a.png", draw, bytes));
    assert_eq!(drawn("a.Svg", draw, bytes), drawn("a.svg", draw, bytes));
}

#[test]
fn a_failed_plot_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("curve.png");
    plot_curves(&file, "", &[("a", &[1.0, 2.0])]).expect("it can be drawn");
    let before = bytes(&file);
    plot_curves(&file, "", &[("a", &[1.0, 1e308])]).expect_err("it does not fit");
    assert_eq!(bytes(&file), before);
    let taken = folder.path().join("folder.png");
    fs::create_dir(&taken).expect("a folder");
    plot_curves(&taken, "", &[("a", &[1.0])]).expect_err("it is a folder");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
}

#[test]
fn long_names_of_classes_have_room() {
    let names = ["a rather long name of a class", "größe", "c"];
    let matrix = ConfusionMatrix::from_predictions(3, &[0, 1, 1], &[0, 1, 0]);
    let draw = |file: &Path| plot_confusion_matrix(file, &matrix, &names);
    let picture = drawn("names.svg", draw, text);
    assert!(picture.contains("a rather long name of a…"), "{picture}");
    // To the left of the cells, ending there, and above them, upright.
    let cells = picture
        .lines()
        .find(|line| line.starts_with("<rect") && line.contains("#C8C8C8"));
    let number = |line: &str, name: &str| -> f64 {
        let rest = line
            .split(&format!(" {name}=\""))
            .nth(1)
            .expect("an attribute");
        rest.split('"')
            .next()
            .and_then(|n| n.parse().ok())
            .expect("a number")
    };
    let left = number(cells.expect("a cell"), "x");
    let before = picture
        .split("a rather long name of a…")
        .next()
        .expect("a name");
    let name = before.lines().last().expect("its tag");
    assert!(
        name.contains(r#"text-anchor="end""#) && number(name, "x") < left,
        "{name}"
    );
    assert!(left > 170.0, "24 letters need more than {left} pixels");
}

#[test]
fn matrices_of_one_class_and_without_samples_can_be_drawn_but_not_of_none() {
    let one = ConfusionMatrix::from_predictions(1, &[0, 0], &[0, 0]);
    let picture = drawn(
        "one.svg",
        |file| plot_confusion_matrix(file, &one, &["a"]),
        text,
    );
    assert!(picture.contains("accuracy 100.0 %"));
    let empty = ConfusionMatrix::from_predictions(2, &[], &[]);
    let picture = drawn(
        "two.svg",
        |file| plot_confusion_matrix(file, &empty, &["a", "b"]),
        text,
    );
    assert!(picture.contains("no samples") && !picture.contains("accuracy"));
    let none = ConfusionMatrix::from_predictions(0, &[], &[]);
    assert_panics("a confusion matrix of 0 classes cannot be drawn", || {
        plot_confusion_matrix("never.svg", &none, &[] as &[&str])
    });
}
