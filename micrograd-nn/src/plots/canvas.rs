//! Where pictures are drawn: SVG or PNG, with a font of the crate's own.

use super::{Format, PlotError};
use crate::atomic_file::{ReplaceError, replace};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::register_font;
use std::fmt::Display;
use std::path::Path;
use std::sync::Once;

pub(super) type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Something that can be drawn on every kind of canvas.
pub(super) trait Picture {
    /// Width and height in pixels.
    fn size(&self, format: Format) -> (u32, u32);

    fn draw<B: DrawingBackend>(&self, area: &DrawingArea<B, Shift>, format: Format) -> Drawn<B>;
}

/// Draws the picture into a file, whose ending says how. What was there is replaced once the picture
/// is whole.
pub(super) fn render(file: &Path, picture: &impl Picture) -> Result<(), PlotError> {
    let format = Format::of(file)?;
    bring_font();
    let failed = |error: &dyn Display| PlotError::Draw {
        file: file.to_owned(),
        reason: error.to_string(),
    };
    let bytes = match format {
        Format::Svg => svg(picture).map_err(|error| failed(&error))?,
        Format::Png => png(picture).map_err(|error| failed(&error))?,
    };
    match replace(file, &bytes) {
        // A picture can be drawn again, should the machine crash.
        Ok(()) | Err(ReplaceError::NotDurable(_)) => Ok(()),
        Err(ReplaceError::Untouched(error)) => Err(failed(&error)),
    }
}

fn svg(picture: &impl Picture) -> Result<Vec<u8>, impl Display> {
    let mut text = String::new();
    let area = SVGBackend::with_string(&mut text, picture.size(Format::Svg)).into_drawing_area();
    let drawn = on_white(&area, picture, Format::Svg);
    drop(area);
    drawn.map(|()| text.into_bytes())
}

fn png(picture: &impl Picture) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let (width, height) = picture.size(Format::Png);
    let mut pixels = vec![0; width as usize * height as usize * 3];
    let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
    let drawn = on_white(&area, picture, Format::Png).map_err(|error| error.to_string());
    drop(area);
    drawn?;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Best);
    encoder.set_filter(png::FilterType::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

fn on_white<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    picture: &impl Picture,
    format: Format,
) -> Drawn<B> {
    area.fill(&WHITE)?;
    picture.draw(area, format)?;
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
/// apart; after its eight colours others, which get harder to tell apart the more there are.
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
    /// The golden section: its multiples never come close to one another on the circle of hues.
    const GOLDEN: f64 = 0.618_033_988_749_894_8;
    if let Some(&colour) = COLOURS.get(index) {
        return colour;
    }
    let extra = u32::try_from(index - COLOURS.len()).map_or(f64::MAX, f64::from);
    let lightness = [0.3, 0.5, 0.7][index % 3];
    let (r, g, b) = HSLColor((extra * GOLDEN).fract(), 0.65, lightness).rgb();
    RGBColor(r, g, b)
}

/// Text of the given size, centred at its position.
pub(super) fn centred<'a>(size: u32, colour: RGBColor) -> TextStyle<'a> {
    use plotters::style::text_anchor::{HPos, Pos, VPos};
    ("sans-serif", size)
        .into_font()
        .color(&colour)
        .pos(Pos::new(HPos::Center, VPos::Center))
}

/// How many pixels a text of the given size is wide.
pub(super) fn width(text: &str, size: u32) -> u32 {
    let measured = ("sans-serif", size).into_font().box_size(text);
    // A font that cannot be measured cannot be drawn with either, which drawing says.
    measured.map_or(0, |(width, _)| width)
}
