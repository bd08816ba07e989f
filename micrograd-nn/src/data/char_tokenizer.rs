//! Texts as numbers, one for each character.

use super::TextError;
use std::fs;
use std::path::Path;

/// Characters as tokens: the n characters that it knows are the tokens 0 to n − 1, and token n is a
/// separator that stands before and after each text.
///
/// So a model learns from the separator how texts begin, and says with it where one ends. It is
/// the tokenizer of Karpathy's microgpt.
///
/// ```
/// use micrograd_nn::data::CharTokenizer;
///
/// let letters = CharTokenizer::new('a'..='z');
/// assert_eq!(letters.encode("emma")?, [26, 4, 12, 12, 0, 26]);
/// assert_eq!(letters.character(4), Some('e'));
/// assert_eq!(letters.character(26), None); // the separator
///
/// let error = letters.encode("Emma").unwrap_err();
/// assert!(error.to_string().starts_with("`E` in `Emma` is not one of `abcdefghijklm"));
/// # Ok::<(), micrograd_nn::data::TextError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharTokenizer {
    characters: Vec<char>,
}

impl CharTokenizer {
    /// The tokenizer of these characters, which are numbered in their order.
    ///
    /// # Panics
    ///
    /// If a character comes twice.
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// assert_eq!(CharTokenizer::new("01".chars()).encode("10").unwrap(), [2, 1, 0, 2]);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn new(characters: impl IntoIterator<Item = char>) -> Self {
        let characters: Vec<char> = characters.into_iter().collect();
        for (token, character) in characters.iter().enumerate() {
            let earlier = characters[..token].iter().position(|c| c == character);
            assert!(
                earlier.is_none(),
                "`{character}` would be token {} and token {token}",
                earlier.unwrap_or_default()
            );
        }
        CharTokenizer { characters }
    }

    /// The number of tokens: all characters and the separator.
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// assert_eq!(CharTokenizer::new('a'..='z').tokens(), 27);
    /// ```
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.characters.len() + 1
    }

    /// The token that stands before and after each text, the last one.
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// assert_eq!(CharTokenizer::new('a'..='z').separator(), 26);
    /// ```
    #[must_use]
    pub fn separator(&self) -> usize {
        self.characters.len()
    }

    /// The character of a token; none for the separator.
    ///
    /// # Panics
    ///
    /// If there is no such token.
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// assert_eq!(CharTokenizer::new('a'..='z').character(25), Some('z'));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn character(&self, token: usize) -> Option<char> {
        assert!(
            token < self.tokens(),
            "a tokenizer of {} tokens was asked for token {token}, counted from 0",
            self.tokens()
        );
        self.characters.get(token).copied()
    }

    /// The tokens of a text, between two separators.
    ///
    /// # Errors
    ///
    /// If a character is not one of the tokenizer's.
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// let letters = CharTokenizer::new('a'..='z');
    /// assert_eq!(letters.encode("")?, [26, 26]);
    /// # Ok::<(), micrograd_nn::data::TextError>(())
    /// ```
    pub fn encode(&self, text: &str) -> Result<Vec<usize>, TextError> {
        let mut tokens = vec![self.separator()];
        for character in text.chars() {
            let token = self.characters.iter().position(|&c| c == character);
            tokens.push(token.ok_or_else(|| TextError::Character {
                character,
                text: text.to_owned(),
                known: self.characters.iter().collect(),
            })?);
        }
        tokens.push(self.separator());
        Ok(tokens)
    }

    /// The tokens of every line of `text`; space around a line does not count, and neither do empty
    /// lines. `file` is the name of the text in errors.
    ///
    /// # Errors
    ///
    /// If a line has a character that is not one of the tokenizer's, or there is no line.
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// let letters = CharTokenizer::new('a'..='z');
    /// assert_eq!(letters.encode_lines("names.txt", "ann\n\nbo\n")?.len(), 2);
    ///
    /// let error = letters.encode_lines("names.txt", "ann\nb0\n").unwrap_err();
    /// assert!(error.to_string().starts_with("names.txt:2: `0` in `b0` is not one of"));
    /// # Ok::<(), micrograd_nn::data::TextError>(())
    /// ```
    pub fn encode_lines(&self, file: &str, text: &str) -> Result<Vec<Vec<usize>>, TextError> {
        let mut lines = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !line.is_empty() {
                lines.push(self.encode(line).map_err(|error| TextError::Line {
                    file: file.to_owned(),
                    line: number,
                    source: Box::new(error),
                })?);
            }
        }
        if lines.is_empty() {
            return Err(TextError::Empty {
                file: file.to_owned(),
            });
        }
        Ok(lines)
    }

    /// The tokens of every line of a file, as [`encode_lines`](CharTokenizer::encode_lines).
    ///
    /// # Errors
    ///
    /// If the file cannot be read or is not UTF-8, or as
    /// [`encode_lines`](CharTokenizer::encode_lines).
    ///
    /// ```
    /// # use micrograd_nn::data::CharTokenizer;
    /// let error = CharTokenizer::new('a'..='z').read_lines("no/such/file.txt").unwrap_err();
    /// assert!(error.to_string().starts_with("no/such/file.txt: "));
    /// ```
    pub fn read_lines(&self, file: impl AsRef<Path>) -> Result<Vec<Vec<usize>>, TextError> {
        let name = file.as_ref().display().to_string();
        let bytes = fs::read(file).map_err(|source| TextError::Io {
            file: name.clone(),
            source,
        })?;
        let text = str::from_utf8(&bytes).map_err(|error| TextError::Encoding {
            file: name.clone(),
            line: bytes[..error.valid_up_to()]
                .split(|&byte| byte == b'\n')
                .count(),
        })?;
        self.encode_lines(&name, text)
    }
}
