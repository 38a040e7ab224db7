//! A place in a row of tokens from which phrases are matched.

use super::words::{Kind, Token};

/// What is near, in tokens.
const NEAR: usize = 12;
/// As many tokens may stand before what a text begins with.
const LONGEST_OPENING: usize = 8;
/// The words of them: they say nothing of the value itself.
const OPENINGS: &[&str] = &[
    "optional",
    "optionally",
    "required",
    "deprecated",
    "if",
    "when",
    "set",
    "specified",
    "provided",
    "given",
    "used",
    "for",
    "pagination",
    "paging",
    "parameter",
    "this",
    "it",
    "is",
    "indicates",
];
/// The longest sentence that is looked back over.
const SENTENCE: usize = 40;

/// Reads on from a token. Copy it to look ahead; a copy that fails costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The text the tokens were made of.
    pub(super) text: &'a str,
    tokens: &'a [Token<'a>],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Begins at the first token.
    pub(super) fn new(text: &'a str, tokens: &'a [Token<'a>]) -> Self {
        Self {
            text,
            tokens,
            at: 0,
        }
    }

    /// The number of the token it stands at.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// The same text, from another token.
    pub(super) fn from(&self, at: usize) -> Self {
        Self { at, ..*self }
    }

    /// The next token.
    pub(super) fn peek(&self) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at)
    }

    /// The token `back` before the next one; 1 is the one just read.
    pub(super) fn before(&self, back: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(self.at.checked_sub(back)?)
    }

    /// Takes the next token.
    pub(super) fn next(&mut self) -> Option<&'a Token<'a>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    /// Takes the next token if it is a word, and gives it.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        let token = self.peek().filter(|token| token.kind == Kind::Word)?;
        self.at += 1;
        Some(token.text)
    }

    /// Takes the next token if it is in quotes, and gives what it holds.
    pub(super) fn quoted(&mut self) -> Option<&'a str> {
        let token = self.peek().filter(|token| token.kind == Kind::Quoted)?;
        self.at += 1;
        Some(token.text)
    }

    /// Takes the next token if it is a word or in quotes.
    pub(super) fn word_or_quoted(&mut self) -> Option<&'a str> {
        self.word().or_else(|| self.quoted())
    }

    /// Takes the next token if it is one of these marks.
    pub(super) fn mark(&mut self, marks: &str) -> bool {
        let found = self.is_mark(marks);
        self.at += usize::from(found);
        found
    }

    /// Whether the next token is one of these marks.
    pub(super) fn is_mark(&self, marks: &str) -> bool {
        self.peek()
            .is_some_and(|token| token.kind == Kind::Mark && marks.contains(token.text))
    }

    /// Takes the words of `phrase`, which stand in lower case and one blank apart, whatever the case
    /// in the text; takes nothing if one of them does not follow.
    pub(super) fn phrase(&mut self, phrase: &str) -> bool {
        let mut ahead = *self;
        let all = phrase.split(' ').all(|expected| {
            ahead
                .word()
                .is_some_and(|word| word.eq_ignore_ascii_case(expected))
        });
        if all {
            *self = ahead;
        }
        all
    }

    /// Takes the first of `phrases` that follows.
    pub(super) fn one_of(&mut self, phrases: &[&str]) -> bool {
        let Some(first) = self.peek().and_then(|token| token.text.bytes().next()) else {
            return false;
        };
        let first = first.to_ascii_lowercase();
        phrases
            .iter()
            .any(|phrase| phrase.as_bytes().first() == Some(&first) && self.phrase(phrase))
    }

    /// Takes `phrases` as often as they follow.
    pub(super) fn skip(&mut self, phrases: &[&str]) {
        while self.one_of(phrases) {}
    }

    /// Goes behind a bullet, to the end of its paragraph.
    pub(super) fn skip_bullet(&mut self) {
        self.at += 1;
        while self
            .peek()
            .is_some_and(|token| !matches!(token.kind, Kind::Bullet | Kind::Break))
        {
            self.at += 1;
        }
    }

    /// Whether the clause ends here: at a mark that closes one, a new paragraph, a bullet, or the end.
    pub(super) fn clause_ends(&self) -> bool {
        self.sentence_ends() || self.is_mark(",;:)]}|>")
    }

    /// Whether the sentence ends here.
    pub(super) fn sentence_ends(&self) -> bool {
        match self.peek() {
            None => true,
            Some(token) => match token.kind {
                Kind::Break | Kind::Bullet => true,
                Kind::Mark => ".!?".contains(token.text),
                Kind::Word | Kind::Quoted => token.new_line && starts_upper(token.text),
            },
        }
    }

    /// Whether a clause begins here: at the start, after a mark that ends or opens one, or on a line
    /// of its own.
    pub(super) fn clause_begins(&self) -> bool {
        let Some(before) = self.before(1) else {
            return true;
        };
        match before.kind {
            Kind::Break | Kind::Bullet => true,
            Kind::Mark => ".!?;:([,-–—|".contains(before.text),
            Kind::Word | Kind::Quoted => self.peek().is_some_and(|token| token.new_line),
        }
    }

    /// Whether the text begins here, behind no more than what is said of the whole: "(Optional)",
    /// "Required.", "If set,".
    pub(super) fn text_begins(&self) -> bool {
        self.at <= LONGEST_OPENING
            && self.tokens[..self.at].iter().all(|token| match token.kind {
                Kind::Mark => "([)].:,-–—".contains(token.text),
                Kind::Word => is_one(token, OPENINGS),
                Kind::Quoted | Kind::Bullet | Kind::Break => false,
            })
    }

    /// Whether a sentence begins here.
    pub(super) fn sentence_begins(&self) -> bool {
        let Some(before) = self.before(1) else {
            return true;
        };
        match before.kind {
            Kind::Break | Kind::Bullet => true,
            Kind::Mark => ".!?".contains(before.text),
            Kind::Word | Kind::Quoted => self
                .peek()
                .is_some_and(|token| token.new_line && starts_upper(token.text)),
        }
    }
}

impl Reader<'_> {
    /// Whether one of `words` stands in the same sentence, at most [`NEAR`] tokens away.
    pub(super) fn near(&self, words: &[&str]) -> bool {
        self.behind(NEAR).any(|token| is_one(token, words)) || self.follows(NEAR, words)
    }

    /// Whether one of `words` stands before in the same sentence.
    pub(super) fn sentence_has(&self, words: &[&str]) -> bool {
        self.behind(SENTENCE).any(|token| is_one(token, words))
    }

    /// Whether one of `words` follows in the same sentence, at most `far` tokens away.
    pub(super) fn follows(&self, far: usize, words: &[&str]) -> bool {
        self.tokens[self.at..]
            .iter()
            .take(far)
            .take_while(|token| !ends_sentence(token))
            .any(|token| is_one(token, words))
    }

    /// Whether one of `words` follows, in this sentence or later, at most `far` tokens away.
    pub(super) fn text_follows(&self, far: usize, words: &[&str]) -> bool {
        let mut ahead = self.tokens[self.at..].iter().take(far);
        ahead.any(|token| is_one(token, words))
    }

    /// Whether the sentence begins with one of `words`.
    pub(super) fn opens_with(&self, words: &[&str]) -> bool {
        let here = self.peek().filter(|_| self.sentence_begins());
        here.or_else(|| self.behind(SENTENCE).last())
            .is_some_and(|token| is_one(token, words))
    }

    /// Whether no sentence has ended yet, as far as can be seen from here.
    pub(super) fn in_first_sentence(&self) -> bool {
        self.behind(SENTENCE).count() == self.at
    }

    /// Whether the token before is one of `words`.
    pub(super) fn after(&self, words: &[&str]) -> bool {
        self.before(1).is_some_and(|token| is_one(token, words))
    }

    /// The tokens before, nearest first, as far as the sentence goes.
    fn behind(&self, far: usize) -> impl Iterator<Item = &Token<'_>> {
        self.tokens[..self.at]
            .iter()
            .rev()
            .take(far)
            .take_while(|token| !ends_sentence(token))
    }
}

/// Whether a token is one of `words`.
fn is_one(token: &Token<'_>, words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| token.text.eq_ignore_ascii_case(word))
}

/// Whether a token stands between two sentences.
fn ends_sentence(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Break | Kind::Bullet => true,
        Kind::Mark => ".!?".contains(token.text),
        Kind::Word | Kind::Quoted => false,
    }
}

/// Whether a text begins with a capital.
fn starts_upper(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}
