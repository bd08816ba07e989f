//! SVG, laid out without Graphviz.

mod escape;

use super::layout::{FONT_SIZE, LABEL_FONT_SIZE, LINE, Layout, Path, Point, cell_width};
use super::picture::{Kind, Picture, Shape};
use super::{Direction, layout::Area};
use escape::escaped;
use std::fmt::Write;

/// Tints for the source lines, light enough for black text.
const TINTS: [&str; 8] = [
    "#e8f1fb", "#fdf0e2", "#e9f6ea", "#f8e8f2", "#fbf7dc", "#ebe9fa", "#e2f4f4", "#f3ece6",
];

/// Light, and dark where the reader's system is. Boxes with a tint stay light.
const STYLE: &str = "\
.page{fill:#fff}.box{fill:#fff;stroke:#222}.cell{stroke:#222}.number .box{stroke:#999}\
.left-out .box{stroke-dasharray:4 3}\
text{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#111}\
.name{font-weight:bold}.arrow path{fill:none;stroke:#444}.head{fill:#444}\
.arrow text{fill:#246;paint-order:stroke;stroke:#fff;stroke-width:2px}\
@media (prefers-color-scheme:dark){.page{fill:#0d1117}.box{fill:#161b22;stroke:#9198a1}.cell{stroke:#9198a1}\
.number .box{stroke:#656c76}text{fill:#e6edf3}.tinted text{fill:#111}.arrow path{stroke:#9198a1}.head{fill:#9198a1}\
.arrow text{fill:#79c0ff;stroke:#0d1117}}";

/// The drawing, with room at all arrows for labels of so many `letters`, which come later.
pub(super) fn write(picture: &Picture, letters: usize) -> String {
    let labels = picture
        .arrows
        .iter()
        .filter_map(|arrow| arrow.label.as_ref());
    let letters = labels.fold(letters, |most, label| most.max(label.chars().count()));
    let turned = picture.direction == Direction::LeftToRight;
    let layout = Layout::of(picture, letters);
    let note_height = if picture.note.is_some() { 30.0 } else { 0.0 };
    #[allow(clippy::cast_precision_loss)] // A handful of lines.
    let legend_height = picture.frames.len() as f64 * LINE;
    let note_width = picture.note.as_deref().map_or(0.0, cell_width);
    let legend = picture
        .frames
        .iter()
        .map(|frame| cell_width(&frame.title) + 40.0);
    let width = legend.fold(layout.width.max(note_width), f64::max).ceil();
    let height = (layout.height + note_height + legend_height).ceil();

    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-size=\"{FONT_SIZE}\">\n<style>{STYLE}</style>\n\
         <defs><marker id=\"head\" markerUnits=\"userSpaceOnUse\" markerWidth=\"9\" markerHeight=\"7\" refX=\"8.5\" refY=\"3.5\" \
         orient=\"auto\"><path class=\"head\" d=\"M0,0 L9,3.5 L0,7 Z\"/></marker></defs>\n\
         <rect class=\"page\" width=\"100%\" height=\"100%\"/>\n"
    );
    if let Some(note) = &picture.note {
        let _ = writeln!(
            svg,
            "<text class=\"note\" x=\"16\" y=\"22\">{}</text>",
            escaped(note)
        );
    }
    let _ = writeln!(svg, "<g transform=\"translate(0 {note_height})\">");
    for (index, (arrow, path)) in picture.arrows.iter().zip(&layout.paths).enumerate() {
        let label = arrow.label.as_deref().unwrap_or_default();
        write_arrow(&mut svg, index, path, label, turned);
    }
    let mut tints = vec![None; picture.boxes.len()];
    for (frame, tint) in picture.frames.iter().zip(TINTS.iter().cycle()) {
        frame
            .boxes
            .iter()
            .for_each(|&shape| tints[shape] = Some(*tint));
    }
    for ((shape, area), tint) in picture.boxes.iter().zip(&layout.boxes).zip(tints) {
        write_box(&mut svg, shape, *area, tint);
    }
    let mut y = layout.height;
    for (frame, tint) in picture.frames.iter().zip(TINTS.iter().cycle()) {
        let title = escaped(&frame.title);
        let _ = writeln!(
            svg,
            "<rect x=\"16\" y=\"{:.1}\" width=\"14\" height=\"14\" fill=\"{tint}\" \
             stroke=\"#222\"/><text x=\"38\" y=\"{:.1}\">{title}</text>",
            y - 8.0,
            y + 3.0,
        );
        y += LINE;
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn write_arrow(svg: &mut String, index: usize, path: &Path, label: &str, turned: bool) {
    let _ = write!(
        svg,
        "<g class=\"arrow\" id=\"e{index}\"><path marker-end=\"url(#head)\" d=\""
    );
    let mut at = None;
    for [from, to] in &path.curves {
        // A line of no length would leave the head without a direction.
        if at != Some(*from) {
            let command = if at.is_none() { 'M' } else { 'L' };
            let _ = write!(svg, "{command}{:.1},{:.1}", from.x, from.y);
        }
        at = Some(*to);
        if from != to {
            let middle = Point {
                x: f64::midpoint(from.x, to.x),
                y: f64::midpoint(from.y, to.y),
            };
            let [a, b] = if turned {
                [
                    Point {
                        y: from.y,
                        ..middle
                    },
                    Point { y: to.y, ..middle },
                ]
            } else {
                [
                    Point {
                        x: from.x,
                        ..middle
                    },
                    Point { x: to.x, ..middle },
                ]
            };
            let _ = write!(
                svg,
                "C{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}",
                a.x, a.y, b.x, b.y, to.x, to.y
            );
        }
    }
    let Point { x, y } = path.label.at;
    let anchor = if path.label.is_end { "end" } else { "start" };
    let label = escaped(label);
    let _ = writeln!(
        svg,
        "\"/><text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" font-size=\"{LABEL_FONT_SIZE}\">{label}</text></g>"
    );
}

fn write_box(svg: &mut String, shape: &Shape, area: Area, tint: Option<&str>) {
    let class = match shape.kind {
        Kind::Record => "record",
        Kind::Number => "number",
        Kind::Operation => "operation",
        Kind::Group => "group",
        Kind::LeftOut => "left-out",
    };
    let Area {
        x,
        y,
        width,
        height,
    } = area;
    let radius = match shape.kind {
        Kind::Operation => height / 2.0,
        Kind::Group => 8.0,
        Kind::Record | Kind::Number | Kind::LeftOut => 0.0,
    };
    let tinted = if tint.is_some() { " tinted" } else { "" };
    let fill = tint
        .map(|tint| format!(" style=\"fill:{tint}\""))
        .unwrap_or_default();
    let _ = write!(
        svg,
        "<g class=\"{class}{tinted}\" id=\"{}\"><title>{}</title><rect class=\"box\" x=\"{x:.1}\" \
         y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"{radius}\"{fill}/>",
        shape.id,
        escaped(&shape.tooltip),
    );
    match shape.kind {
        Kind::Record | Kind::Number | Kind::LeftOut => write_cells(svg, shape, area),
        Kind::Operation | Kind::Group => write_lines(svg, shape, area),
    }
    svg.push_str("</g>\n");
}

/// Side by side, with a line between.
fn write_cells(svg: &mut String, shape: &Shape, area: Area) {
    let mut x = area.x;
    let baseline = area.y + area.height / 2.0 + FONT_SIZE / 3.0;
    for (index, cell) in shape.cells.iter().enumerate() {
        if index > 0 {
            let bottom = area.y + area.height;
            let _ = write!(
                svg,
                "<line class=\"cell\" x1=\"{x:.1}\" y1=\"{:.1}\" x2=\"{x:.1}\" y2=\"{bottom:.1}\"/>",
                area.y,
            );
        }
        let width = cell_width(cell);
        let class = shape.cell_class(index);
        let _ = write!(
            svg,
            "<text class=\"{class}\" x=\"{:.1}\" y=\"{baseline:.1}\" \
             text-anchor=\"middle\">{}</text>",
            x + width / 2.0,
            escaped(cell),
        );
        x += width;
    }
}

/// One below the other.
fn write_lines(svg: &mut String, shape: &Shape, area: Area) {
    #[allow(clippy::cast_precision_loss)] // A handful of lines.
    let lines = shape.cells.len() as f64;
    let x = area.x + area.width / 2.0;
    let mut baseline = area.y + (area.height - (lines - 1.0) * LINE) / 2.0 + FONT_SIZE / 3.0;
    for cell in &shape.cells {
        let _ = write!(
            svg,
            "<text x=\"{x:.1}\" y=\"{baseline:.1}\" text-anchor=\"middle\">{}</text>",
            escaped(cell)
        );
        baseline += LINE;
    }
}
