//! One document in a process of its own.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use clap::Args;
use generator::emit::{Files, Root, Settings, emit, repairs};
use generator::{Failure, Input, Settled};

use super::Document;
use super::faults;
use super::outcome::Outcome;
use super::progress::Progress;
use crate::beside::Folder;
use crate::door::{self, Wanted};
use crate::regenerate::read;

/// What one document may take.
const SECONDS: f64 = 10.0;
const MIB: f64 = 1024.0;
/// When a process is ended that does not end itself.
const PATIENCE: Duration = Duration::from_secs(120);

/// What one process of `corpus` does
#[derive(Args)]
pub(crate) struct One {
    document: PathBuf,
    #[arg(long)]
    name: String,
    /// The folder of the crate; nothing is written where there is none
    #[arg(long)]
    out: Option<PathBuf>,
}

impl One {
    pub(crate) fn run(&self) -> Result<ExitCode, String> {
        let start = Instant::now();
        let bytes = read(&self.document)?;
        let shown = crate::config::shown(&self.document);
        let mut outcome = Outcome::default();
        let beside = Folder::of(&self.document);
        let input = Input {
            name: &shown,
            bytes: &bytes,
            overlay: None,
            lock: "",
            beside: Some(&beside),
        };
        let settings = Settings {
            name: self.name.clone(),
            version: "0.1.0".to_owned(),
            document: shown.clone(),
            command: "cargo xtask corpus".to_owned(),
            ..Settings::default()
        };
        let made = generator::settle(&input)
            .map(|settled| (emit(&settled.api, &settings), settled))
            .map_err(refusal);
        // What follows looks at what was made, and is no part of its cost.
        outcome.seconds = processor_seconds().unwrap_or_else(|| start.elapsed().as_secs_f64());
        outcome.peak_mib = peak_mib().unwrap_or_default();
        outcome.finished = true;
        match made {
            Ok((Ok(files), settled)) => {
                judge(&settled, &files, &bytes, &mut outcome);
                if let Some(out) = &self.out {
                    write(out, files)?;
                }
            }
            Ok((Err(error), _)) => outcome.faults.push(error.to_string()),
            Err(refusal) => outcome.refused = Some(refusal),
        }
        let line = serde_json::to_string(&outcome).map_err(|error| error.to_string())?;
        println!("{line}");
        Ok(ExitCode::SUCCESS)
    }
}

fn refusal(failure: Failure) -> String {
    match failure {
        Failure::Document {
            diagnostics,
            sources,
        } => diagnostics
            .iter()
            .max_by_key(|one| one.code.severity)
            .map(|one| one.short(&sources))
            .unwrap_or_default(),
        Failure::Lock(error) => error.to_string(),
    }
}

/// Looks for what must not be.
fn judge(settled: &Settled, files: &Files, bytes: &[u8], outcome: &mut Outcome) {
    let api = &settled.api;
    let keys = faults::operations(&String::from_utf8_lossy(bytes));
    outcome.operations_in = keys.len();
    outcome.operations_out = api.operations().count();
    outcome.repairs = repairs::counts(api).values().sum();
    let omitted = api.omitted.iter();
    outcome.left_out = omitted
        .map(|one| format!("{}: {}", one.what, one.because))
        .collect();
    outcome.faults.extend(faults::lost(&keys, api));
    outcome.faults.extend(faults::missing_files(api, files));
    outcome.faults.extend(faults::shared_names(api));
}

/// Writes the crate; files that are as they should be stay, so that they are not compiled again.
fn write(out: &Path, files: Files) -> Result<(), String> {
    let mut wanted = Wanted::default();
    for ((root, path), text) in files {
        if root == Root::Crate {
            wanted.files.insert(out.join(path), text);
        }
    }
    wanted.folders.push(out.to_owned());
    let changes = door::compare(&wanted)?;
    door::write(&wanted, &changes)
}

/// The time that the threads of this process had on a processor: what stands in the process's own
/// `schedstat` is the first one's alone.
fn processor_seconds() -> Option<f64> {
    let mut nanoseconds = 0.0;
    for task in std::fs::read_dir("/proc/self/task").ok()? {
        let text = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        nanoseconds += text.split_whitespace().next()?.parse::<f64>().ok()?;
    }
    Some(nanoseconds / 1e9)
}

/// The most memory this process held.
fn peak_mib() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}

/// Does all documents, so many at a time, and gives what became of them in order.
pub(super) fn each(
    documents: &[Document],
    folder: &Path,
    crates: Option<&Path>,
    jobs: usize,
) -> Result<Vec<Outcome>, String> {
    let logs = folder.join("logs");
    std::fs::create_dir_all(&logs)
        .map_err(|error| format!("{} can't be made: {error}", logs.display()))?;
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let progress = Progress::new("Generating", documents.len());
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(document) = documents.get(number) else {
                        break;
                    };
                    let result = process(&program, document, &logs, crates);
                    progress.advance(1, &document.name);
                    if let Ok(mut results) = results.lock() {
                        results.push((number, result));
                    }
                }
            });
        }
    });
    let mut results = results.into_inner().map_err(|error| error.to_string())?;
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Starts the process of a document, and waits until it ends.
fn process(
    program: &Path,
    document: &Document,
    logs: &Path,
    crates: Option<&Path>,
) -> Result<Outcome, String> {
    let log = |extension: &str| logs.join(format!("{}.{extension}", document.crate_name));
    let unwritable = |error| format!("{} can't be written to: {error}", logs.display());
    let (told, said) = (log("json"), log("txt"));
    let mut command = Command::new(program);
    command
        .arg("corpus-one")
        .arg(&document.path)
        .args(["--name", &document.crate_name])
        .stdin(Stdio::null())
        .stdout(File::create(&told).map_err(unwritable)?)
        .stderr(File::create(&said).map_err(unwritable)?);
    if let Some(crates) = crates {
        command.arg("--out").arg(crates.join(&document.crate_name));
    }
    let start = Instant::now();
    let mut child = command
        .spawn()
        .map_err(|error| format!("a process can't be started: {error}"))?;
    let status = loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) => break Some(status),
            None if start.elapsed() > PATIENCE => {
                // One that has just ended can't be killed, which is as good.
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let text = std::fs::read_to_string(&told).unwrap_or_default();
    let mut outcome: Outcome = serde_json::from_str(&text).unwrap_or_default();
    outcome.document.clone_from(&document.name);
    outcome.crate_name.clone_from(&document.crate_name);
    if !outcome.finished {
        outcome.seconds = start.elapsed().as_secs_f64();
        let said = std::fs::read_to_string(&said).unwrap_or_default();
        let said: String = said.trim().chars().take(600).collect();
        outcome.faults.push(match status {
            Some(status) => format!("the generator ended with {status}: {said}"),
            None => "the generator did not end".to_owned(),
        });
    }
    if outcome.seconds > SECONDS {
        let fault = format!("it took {:.1} s", outcome.seconds);
        outcome.faults.push(fault);
    }
    if outcome.peak_mib > MIB {
        let fault = format!("it held {:.0} MiB", outcome.peak_mib);
        outcome.faults.push(fault);
    }
    Ok(outcome)
}
