//! Pictures: well-formed, without fonts of the system, and refused where they cannot be drawn.
#![cfg(feature = "plots")]

use micrograd_core::Value;
use micrograd_nn::{
    ConfusionMatrix, Digit, PlotError, Sgd, Training, plot_confusion_matrix, plot_curves,
    plot_decision_regions, plot_digits, plot_history,
};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::fs;
use std::path::Path;

/// Draws into an SVG, and gives its text.
fn svg(draw: impl FnOnce(&Path) -> Result<(), PlotError>) -> String {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("picture.svg");
    draw(&file).expect("the picture can be drawn");
    fs::read_to_string(file).expect("the picture")
}

#[test]
fn the_regions_of_a_line_meet_at_the_line() {
    let points = [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
    let left_or_right = |[x, _]: [f64; 2]| usize::from(x > 0.5);
    let picture = svg(|file| plot_decision_regions(file, &points, &[0, 1, 0, 1], left_or_right));
    // Two rectangles in each of the 180 rows of cells, all left ones of one width.
    let rectangles: Vec<&str> = picture
        .lines()
        .filter(|line| line.starts_with("<rect") && !line.contains("#FFFFFF"))
        .collect();
    assert_eq!(rectangles.len(), 360);
    let edges = rectangles
        .iter()
        .step_by(2)
        .map(|line| line.split("width=").nth(1));
    let mut widths: Vec<_> = edges
        .map(|rest| rest.and_then(|w| w.split('"').nth(1)))
        .collect();
    widths.dedup();
    assert_eq!(widths.len(), 1, "{widths:?}");
    assert_eq!(picture.matches("<circle").count(), 2 * points.len());
}

#[test]
fn a_confusion_matrix_shows_every_count_and_name() {
    let predicted = [0, 1, 1, 2, 2, 2, 0];
    let labels = [0, 1, 1, 2, 2, 2, 2];
    let matrix = ConfusionMatrix::from_predictions(3, &predicted, &labels);
    let picture = svg(|file| plot_confusion_matrix(file, &matrix, &["ant", "bee", "cat"]));
    let texts: Vec<&str> = picture
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('<'))
        .collect();
    assert_eq!(
        texts,
        [
            "accuracy 85.7 %",
            "predicted",
            "true",
            "ant",
            "ant",
            "1",
            "0",
            "0",
            "bee",
            "bee",
            "0",
            "2",
            "0",
            "cat",
            "cat",
            "1",
            "0",
            "3",
        ]
    );
}

#[test]
fn a_digit_taken_for_another_says_so() {
    let pixels = [0.0, 1.0, 0.5, 0.0];
    let digit = |predicted| Digit {
        pixels: &pixels,
        label: 8,
        predicted,
    };
    let digits = [digit(None), digit(Some(8)), digit(Some(3))];
    let picture = svg(|file| plot_digits(file, &digits));
    assert_eq!(picture.lines().filter(|line| line.trim() == "8").count(), 2);
    assert_eq!(
        picture
            .lines()
            .filter(|line| line.trim() == "8 → 3")
            .count(),
        1
    );
}

#[test]
fn text_in_a_png_needs_no_font_of_the_system() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let size = |title: &str| {
        let file = folder.path().join("curves.png");
        plot_curves(&file, title, &[("a", &[1.0, 2.0])]).expect("the picture can be drawn");
        fs::metadata(file).expect("the picture").len()
    };
    assert!(
        size("many letters in a title") > size("") + 200,
        "the title leaves no trace"
    );
}

#[test]
fn a_run_of_one_epoch_can_be_drawn() {
    let x = Value::new(3.0);
    let rng = ChaCha8Rng::seed_from_u64(1);
    let history = Training::new(&x, Sgd::new(0.1), rng)
        .quiet()
        .run(|epoch| epoch.step(&x.powi(2)));
    assert!(svg(|file| plot_history(file, &history)).contains("<circle"));
}

#[test]
fn where_no_picture_can_be_the_error_names_the_file() {
    let curves: [(&str, &[f64]); 1] = [("a", &[1.0, 2.0])];
    let error = plot_curves("picture.jpeg", "", &curves).expect_err("JPEG is not drawn");
    assert!(matches!(error, PlotError::Format { .. }), "{error}");
    for file in ["no such folder/picture.svg", "no such folder/picture.png"] {
        let error = plot_curves(file, "", &curves).expect_err("there is no folder");
        assert!(
            error.to_string().starts_with(&format!("{file}: ")),
            "{error}"
        );
    }
}
