//! What was said of each thing, and why: the accounts of an API, found by what they are about.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::model::{Account, Api, EvidenceId, Location, Proof, Rank, Subject};

/// The accounts of an API by subject.
pub(super) struct Facts<'a> {
    api: &'a Api,
    /// By operation, which is empty for the document, and by part.
    index: HashMap<&'a str, HashMap<&'a str, Vec<usize>>>,
    /// The fields of each part that is known, by the same.
    fields: OnceCell<HashMap<(&'a str, &'a str), Vec<&'a str>>>,
}

/// A shape, as accounts know it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Spot {
    operation: Option<String>,
    part: String,
    /// The fields of a form are parameters.
    form: bool,
}

/// What is said of a slot.
#[derive(Clone, Copy)]
pub(super) struct Fact<'a> {
    /// The value, as text.
    pub(super) text: &'a str,
    /// Why.
    pub(super) proof: &'a Proof,
    /// All claims, the one that counts first.
    pub(super) claims: &'a [(String, EvidenceId)],
}

/// Slots that belong to a type.
const OF_TYPES: [&str; 4] = ["format", "identifier", "type", "values"];

/// How many definitions that refer to each other are followed.
const FURTHEST: usize = 64;

impl Spot {
    /// A part of an operation, or of the document.
    pub(super) fn new(operation: Option<&str>, part: impl Into<String>) -> Self {
        Self {
            operation: operation.map(str::to_owned),
            part: part.into(),
            form: false,
        }
    }

    /// The form that is the body of an operation.
    pub(super) fn form(operation: &str) -> Self {
        Self {
            operation: Some(operation.to_owned()),
            part: String::new(),
            form: true,
        }
    }

    /// A definition.
    pub(super) fn definition(name: &str) -> Self {
        Self::new(None, format!("definition `{name}`"))
    }

    /// One of several types that the value can be of.
    pub(super) fn alternative(&self, label: &str) -> Self {
        Self {
            part: format!("{} as `{label}`", self.part),
            ..self.clone()
        }
    }

    fn inner(&self, name: Option<&str>, word: &str) -> Self {
        let part = match name {
            Some(name) if self.form => format!("formData parameter `{name}`"),
            Some(name) => format!("{} field `{name}`", self.part),
            None => format!("{} {word}", self.part),
        };
        Self {
            operation: self.operation.clone(),
            part,
            form: false,
        }
    }
}

impl<'a> Facts<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        let mut index: HashMap<&str, HashMap<&str, Vec<usize>>> = HashMap::new();
        for (number, account) in api.accounts.iter().enumerate() {
            let subject = &account.subject;
            let operation = subject.operation.as_deref().unwrap_or_default();
            let parts = index.entry(operation).or_default();
            parts.entry(&subject.part).or_default().push(number);
        }
        Self {
            api,
            index,
            fields: OnceCell::new(),
        }
    }

    /// Whether anything is said of a spot itself.
    pub(super) fn knows(&self, spot: &Spot) -> bool {
        self.accounts(spot).next().is_some()
    }

    /// The names of the fields of a shape, whatever it refers to.
    pub(super) fn fields(&self, spot: &Spot) -> Vec<&'a str> {
        let fields = self.fields.get_or_init(|| self.all_fields());
        let chain = self.chain(spot).into_iter();
        let found = chain.flat_map(|spot| {
            let operation = spot.operation.as_deref().unwrap_or_default();
            let found = fields.get(&(operation, spot.part.as_str()));
            found.cloned().unwrap_or_default()
        });
        let mut names: Vec<&str> = found.collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn all_fields(&self) -> HashMap<(&'a str, &'a str), Vec<&'a str>> {
        let mut fields: HashMap<_, Vec<&str>> = HashMap::new();
        for account in &self.api.accounts {
            let Subject { operation, part } = &account.subject;
            let field = part.rsplit_once(" field `");
            let field = field.and_then(|(owner, name)| Some((owner, name.strip_suffix('`')?)));
            if let Some((owner, name)) = field {
                let owner = (operation.as_deref().unwrap_or_default(), owner);
                fields.entry(owner).or_default().push(name);
            }
        }
        fields
    }

    /// The accounts of a spot itself.
    fn accounts<'s>(&'s self, spot: &Spot) -> impl Iterator<Item = &'a Account> + use<'s, 'a> {
        let operation = spot.operation.as_deref().unwrap_or_default();
        let numbers = self
            .index
            .get(operation)
            .and_then(|parts| parts.get(spot.part.as_str()));
        let numbers = numbers.map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|&number| &self.api.accounts[number])
    }

    /// The definitions that a spot refers to, one after the other; the spot itself is the first.
    fn chain(&self, spot: &Spot) -> Vec<Spot> {
        let mut chain = vec![spot.clone()];
        let mut next = 0;
        while let Some(spot) = chain.get(next) {
            let targets: Vec<Spot> = self
                .accounts(spot)
                .filter(|account| account.slot == "reference")
                .map(|account| Spot::definition(&account.claims[0].0))
                .collect();
            for target in targets {
                if chain.len() < FURTHEST && !chain.contains(&target) {
                    chain.push(target);
                }
            }
            next += 1;
        }
        chain
    }

    /// The definition that a spot refers to.
    pub(super) fn reference(&self, spot: &Spot) -> Option<&'a str> {
        let mut accounts = self.accounts(spot);
        let reference = accounts.find(|account| account.slot == "reference");
        reference.map(|account| account.claims[0].0.as_str())
    }

    /// What is said of a slot of a shape, by itself or by what it refers to.
    pub(super) fn get(&self, spot: &Spot, what: &str) -> Option<Fact<'a>> {
        self.all(spot, what).into_iter().next()
    }

    /// Everything that is said of a slot in which several claims count.
    pub(super) fn all(&self, spot: &Spot, what: &str) -> Vec<Fact<'a>> {
        let found = |spot: &Spot| -> Vec<Fact<'a>> {
            self.accounts(spot)
                .filter(|account| account.slot == what)
                .map(|account| self.fact(account))
                .collect()
        };
        let own = found(spot);
        // A field is required by its owner, whatever its type is.
        if what == "required" || what == "present" {
            return own;
        }
        // What is said beside a reference is no part of the type that it names.
        if !own.is_empty() && !OF_TYPES.contains(&what) {
            return own;
        }
        let chain = self.chain(spot);
        let mut inherited = chain.iter().skip(1).map(found);
        inherited.find(|facts| !facts.is_empty()).unwrap_or(own)
    }

    fn fact(&self, account: &'a Account) -> Fact<'a> {
        Fact {
            text: &account.claims[0].0,
            proof: self.api.proof(account.evidence()),
            claims: &account.claims,
        }
    }

    /// The spot of a field.
    pub(super) fn field(&self, spot: &Spot, name: &str) -> Spot {
        self.inner(spot, Some(name), "")
    }

    /// The spot of the items of a list.
    pub(super) fn item(&self, spot: &Spot) -> Spot {
        self.inner(spot, None, "item")
    }

    /// The spot of the values of a map.
    pub(super) fn value(&self, spot: &Spot) -> Spot {
        self.inner(spot, None, "value")
    }

    fn inner(&self, spot: &Spot, name: Option<&str>, word: &str) -> Spot {
        let own = spot.inner(name, word);
        if self.accounts(&own).next().is_some() {
            return own;
        }
        let chain = self.chain(spot).into_iter().skip(1);
        chain
            .map(|spot| spot.inner(name, word))
            .find(|spot| self.accounts(spot).next().is_some())
            .unwrap_or(own)
    }

    /// What is said of a shape itself, and travels.
    pub(super) fn own(&self, spot: &Spot) -> Vec<(&'a str, &'a str)> {
        let accounts = self.accounts(spot);
        let said = accounts.filter(|one| travels(one));
        let said = said.map(|one| (one.slot, one.claims[0].0.as_str()));
        let mut said: Vec<_> = said.collect();
        said.sort_unstable();
        said
    }

    /// Why a shape is there at all: the best reason of what is said of it.
    pub(super) fn source(&self, spot: &Spot) -> Option<&'a Proof> {
        let proofs = self
            .accounts(spot)
            .map(|account| self.api.proof(account.evidence()));
        proofs.max_by_key(|proof| proof.rank)
    }

    /// Where a shape stands: where its type is said, or the first thing of it.
    pub(super) fn place(&self, spot: &Spot) -> Option<&'a Location> {
        let chain = self.chain(spot);
        let first = chain.iter().find_map(|spot| self.accounts(spot).next());
        first.map(|account| &self.api.proof(account.evidence()).location)
    }
}

/// Whether it is of what travels, and not of words about it.
pub(super) fn travels(account: &Account) -> bool {
    !["description", "example"].contains(&account.slot)
}

/// Whether anybody can know it: all but conventions and fallbacks.
pub(super) fn is_said(proof: &Proof) -> bool {
    proof.rank > Rank::Convention
}
