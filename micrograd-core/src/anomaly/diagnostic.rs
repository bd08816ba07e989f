//! An anomaly as rustc would print it.

use super::source_line::SourceLine;
use super::{Anomaly, AnomalyOperand};
use crate::operations::{as_written, operation_name};
use std::fmt;

/// The steps of a long chain that are printed at each end.
const ENDS: usize = 6;

impl fmt::Display for Anomaly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let op = operation_name(self.op, self.call);
        let named = self
            .name
            .as_ref()
            .map(|name| format!(" in `{}`", one_line(name)));
        let named = named.unwrap_or_default();
        match &self.backward {
            None => write!(f, "warning: `{op}`{named} gives {}", kind(self.data))?,
            Some(backward) => {
                let kind = kind(backward.operand_adjoint);
                write!(
                    f,
                    "warning: the gradient through `{op}`{named} becomes {kind}"
                )?;
            }
        }
        let margin = self.write_place(f)?;
        writeln!(f, "\n{margin} |")?;
        for operand in &self.operands {
            writeln!(f, "{margin} = operand: {}", in_words(operand))?;
        }
        if let Some(inside) = &self.inside {
            writeln!(f, "{margin} = inside: {inside}")?;
        }
        self.write_reason(f, &margin)?;
        self.write_chain(f, &margin)
    }
}

impl Anomaly {
    /// The file and the line with carets. Returns the width of the line's number in spaces.
    fn write_place(&self, f: &mut fmt::Formatter<'_>) -> Result<String, fmt::Error> {
        let Some(source) = &self.source else {
            return Ok("  ".to_owned());
        };
        let number = source.line().to_string();
        let margin = " ".repeat(number.len());
        write!(f, "\n{margin}--> {source}")?;
        if let Some(line) = SourceLine::of(source, self.op.symbol()) {
            write!(f, "\n{margin} |\n{number} | {}\n{margin} | ", line.text)?;
            for column in 0..line.expression.end.max(line.operator.end) {
                f.write_str(match column {
                    _ if line.operator.contains(&column) => "^",
                    _ if line.expression.contains(&column) => "-",
                    _ => " ",
                })?;
            }
            write!(f, " {}", self.equation())?;
        }
        Ok(margin)
    }

    /// `ln(-1.0) = NaN`
    fn equation(&self) -> String {
        let numbers: Vec<String> = self
            .operands
            .iter()
            .map(|operand| format!("{:?}", operand.data))
            .collect();
        format!(
            "{} = {:?}",
            as_written(self.op, self.call, &numbers),
            self.data
        )
    }

    fn write_reason(&self, f: &mut fmt::Formatter<'_>, margin: &str) -> fmt::Result {
        if let Some(backward) = &self.backward {
            let adjoint = backward.adjoint;
            writeln!(
                f,
                "{margin} = backward: the adjoint here is {adjoint}, the partial is {}",
                backward.partial
            )?;
            let operand = &self.operands[backward.operand];
            let name = operand.name.as_deref().or(operand.text).map(one_line);
            let name = name.map_or("the operand".to_owned(), |name| format!("`{name}`"));
            writeln!(
                f,
                "{margin} = backward: the adjoint of {name} becomes {}",
                backward.operand_adjoint
            )?;
        } else if self
            .operands
            .iter()
            .any(|operand| !operand.data.is_finite())
        {
            let is_input = |operand: &AnomalyOperand| !operand.data.is_finite() && operand.is_input;
            let from = if self.operands.iter().any(is_input) {
                "it came in as an input"
            } else {
                "it was made before the watch began"
            };
            writeln!(
                f,
                "{margin} = note: an operand is not finite itself: {from}"
            )?;
        }
        Ok(())
    }

    fn write_chain(&self, f: &mut fmt::Formatter<'_>, margin: &str) -> fmt::Result {
        if self.chain.len() < 2 {
            let end = match self.backward {
                Some(_) => "it is the root of backward()",
                None => "nothing has been computed from it",
            };
            return write!(f, "{margin} = note: {end}");
        }
        write!(f, "{margin} = note: from there to the root:")?;
        let omitted = self.chain.len().saturating_sub(2 * ENDS);
        for (position, step) in self.chain.iter().enumerate() {
            if omitted > 1 && (ENDS..ENDS + omitted).contains(&position) {
                if position == ENDS {
                    write!(f, "\n{margin}     … {omitted} more …")?;
                }
                continue;
            }
            write!(f, "\n{margin}     ")?;
            if let Some(name) = &step.name {
                write!(f, "{} = ", one_line(name))?;
            }
            match step.source.and_then(|source| source.text()) {
                Some(text) => write!(f, "{}", one_line(text))?,
                None => write!(f, "{}", operation_name(step.op, step.call))?,
            }
            write!(f, " = {:?}", step.data)?;
            if let Some(source) = &step.source {
                write!(f, "  ({source})")?;
            }
        }
        Ok(())
    }
}

fn kind(number: f64) -> &'static str {
    if number.is_nan() {
        "NaN"
    } else {
        "an infinite number"
    }
}

fn in_words(operand: &AnomalyOperand) -> String {
    match operand.name.as_deref().or(operand.text) {
        Some(text) => format!("`{}` = {:?}", one_line(text), operand.data),
        None => format!("{:?}", operand.data),
    }
}

/// A name or an expression without its line breaks, and not too long.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 80 {
        return line;
    }
    line.chars().take(79).chain(['…']).collect()
}
