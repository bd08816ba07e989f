//! Where pictures are drawn: SVG or PNG, with a font of the crate's own.

use super::PlotError;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::register_font;
use std::path::Path;
use std::sync::Once;

pub(super) type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Something that can be drawn on every kind of canvas.
pub(super) trait Picture {
    /// Width and height in pixels.
    fn size(&self) -> (u32, u32);

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>) -> Drawn<B>;
}

/// Draws the picture into a file, whose ending says how.
pub(super) fn render(file: &Path, picture: &impl Picture) -> Result<(), PlotError> {
    bring_font();
    let draw_error = |error: &dyn std::fmt::Display| PlotError::Draw {
        file: file.to_owned(),
        reason: error.to_string(),
    };
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => {
            let area = SVGBackend::new(file, picture.size()).into_drawing_area();
            on_white(&area, picture).map_err(|error| draw_error(&error))
        }
        Some("png") => {
            let area = BitMapBackend::new(file, picture.size()).into_drawing_area();
            on_white(&area, picture).map_err(|error| draw_error(&error))
        }
        _ => Err(PlotError::Format {
            file: file.to_owned(),
        }),
    }
}

fn on_white<B: DrawingBackend>(area: &DrawingArea<B, Shift>, picture: &impl Picture) -> Drawn<B> {
    area.fill(&WHITE)?;
    picture.draw(area)?;
    area.present()
}

/// Makes text possible where no fonts are installed.
fn bring_font() {
    static FONT: &[u8] = include_bytes!("../../assets/DejaVuSans-subset.ttf");
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // The font is part of the crate; if it were broken, drawing would say so.
        let _ = register_font("sans-serif", FontStyle::Normal, FONT);
    });
}

/// The colour of a class or a curve: Okabe and Ito's palette, which colour-blind readers can tell
/// apart.
pub(super) fn colour(index: usize) -> RGBColor {
    const COLOURS: [RGBColor; 8] = [
        RGBColor(0, 114, 178),
        RGBColor(213, 94, 0),
        RGBColor(0, 158, 115),
        RGBColor(204, 121, 167),
        RGBColor(230, 159, 0),
        RGBColor(86, 180, 233),
        RGBColor(240, 228, 66),
        RGBColor(90, 90, 90),
    ];
    COLOURS[index % COLOURS.len()]
}

/// Text of the given size, centred at its position.
pub(super) fn centred<'a>(size: u32, colour: RGBColor) -> TextStyle<'a> {
    use plotters::style::text_anchor::{HPos, Pos, VPos};
    ("sans-serif", size)
        .into_font()
        .color(&colour)
        .pos(Pos::new(HPos::Center, VPos::Center))
}
