//! The pages of the course about looking at a graph do what they promise.

use crate::programs::{program, succeed};
use std::path::Path;
use std::{env, fs};

#[test]
fn the_neuron_and_the_lesson_are_drawn_in_three_formats() {
    let folder = env::temp_dir().join(format!("micrograd-drawings-{}", std::process::id()));
    let output = succeed(program("09_draw").arg(&folder));
    let printed = String::from_utf8(output.stdout).expect("the output is UTF-8");
    assert!(
        printed.contains("10 nodes: 5 leaves, 5 operations"),
        "{printed}"
    );

    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("the file was written");
    let dot = read("neuron.dot");
    // The numbers of micrograd's picture.
    for record in [
        "{ weights.0 | data 0.2355 | grad 1.0000 }",
        "{ weights.1 | data 0.0665 | grad -2.0000 }",
        "{ x₀ | data 1.0000 | grad 0.2355 }",
        "{ x₁ | data -2.0000 | grad 0.0665 }",
        "{ y | data 0.1024 | grad 1.0000 }",
    ] {
        assert!(dot.contains(record), "{record} in {dot}");
    }
    assert!(read("neuron.svg").starts_with("<svg"));
    assert!(read("neuron.html").contains("∂y/∂#8"));
    // The README and the guide show what the page draws.
    let shown = Path::new(env!("CARGO_MANIFEST_DIR")).join("../guide/src/pictures");
    for (drawn, picture) in [
        ("lesson_names.svg", "lesson.svg"),
        ("neuron.svg", "neuron.svg"),
    ] {
        let shown = fs::read_to_string(shown.join(picture)).expect("the guide has the picture");
        assert_eq!(
            read(drawn),
            shown,
            "copy {drawn} to guide/src/pictures/{picture}"
        );
    }
    let lesson = read("lesson.html");
    assert!(lesson.contains("a: 138.83381924198252") && lesson.contains("b: 645.5772594752186"));
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn the_nan_hunt_reports_both_kinds_at_their_lines() {
    let output = succeed(&mut program("10_nan_hunt"));
    let warnings = String::from_utf8(output.stderr).expect("the warnings are UTF-8");
    let source = include_str!("../../../examples/core/10_nan_hunt.rs");
    for (expression, operator, headline) in [
        ("(a - b).ln()", "ln()", "warning: `ln` gives NaN"),
        (
            "((x - y) ** 2).sqrt()",
            "sqrt()",
            "warning: the gradient through `sqrt` in `distance`",
        ),
    ] {
        assert!(warnings.contains(headline), "{warnings}");
        let (index, line) = source
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(expression))
            .expect("the expression is in the example");
        let column = line.find(operator).expect("the operator is in the line") + 1;
        let place = format!("10_nan_hunt.rs:{}:{column}", index + 1);
        assert!(warnings.contains(&place), "{place} in {warnings}");
    }
    assert_eq!(warnings.matches("= operand: ").count(), 2, "{warnings}");
}
