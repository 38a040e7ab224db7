//! Running the program, and a folder for it to work in.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::SystemTime;
use tempfile::TempDir;
use tests::root;

/// A document that needs a few repairs.
pub(crate) const PETS: &str = "\
swagger: '2.0'
host: api.example.com
schemes: [http]
paths:
  /pets/{petId}:
    get:
      parameters:
      - {in: path, name: petId}
      responses:
        '200': {description: The pet, schema: {type: object, properties: {name: {type: string}}}}
";

/// The program, built once; Cargo does not build it for the tests of another package.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--package", "xtask", "--offline"])
            .args(["--message-format", "json-render-diagnostics"])
            .current_dir(root())
            .stderr(Stdio::inherit())
            .output()
            .expect("cargo can be run");
        let told = String::from_utf8(output.stdout).expect("cargo speaks UTF-8");
        let built = told.lines().find_map(|line| {
            let message: serde_json::Value = serde_json::from_str(line).ok()?;
            Some(PathBuf::from(message["executable"].as_str()?))
        });
        built.expect("the program can be built")
    })
}

/// How a run of the program ended, and what it said.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn xtask(arguments: &[&str]) -> Ran {
    xtask_with(arguments, "")
}

pub(crate) fn xtask_with(arguments: &[&str], input: &str) -> Ran {
    let mut child = Command::new(program())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run");
    let mut stdin = child.stdin.take().expect("it has an input");
    // It may end without having read everything.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    let ran = Ran {
        code: status.code(),
        stdout: text(stdout),
        stderr: text(stderr),
    };
    let told = format!("{}{}", ran.stdout, ran.stderr);
    assert!(
        !told.contains('\u{1b}'),
        "there are colours where there is no terminal: {told}"
    );
    assert!(!told.contains("panicked"), "{told}");
    ran
}

/// A scratch folder with a document in it.
pub(crate) struct Scratch {
    pub(crate) folder: TempDir,
}

impl Scratch {
    pub(crate) fn new(document: &str) -> Self {
        let scratch = Self {
            folder: TempDir::new().expect("a scratch folder"),
        };
        scratch.write("pets.yaml", document);
        scratch
    }

    pub(crate) fn path(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        path.to_str().expect("a path in UTF-8").to_owned()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        let folder = Path::new(&path).parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Every file of a folder, with its bytes and the time of its last change.
    pub(crate) fn files(&self, name: &str) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut files = BTreeMap::new();
        list(Path::new(&self.path(name)), &mut files);
        files
    }
}

pub(crate) fn list(folder: &Path, files: &mut BTreeMap<PathBuf, (Vec<u8>, SystemTime)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            list(&path, files);
        } else {
            let changed = fs::metadata(&path).and_then(|data| data.modified());
            let bytes = fs::read(&path).expect("a file can be read");
            files.insert(path, (bytes, changed.expect("a time")));
        }
    }
}
