//! Lines of a text as Markdown has them. People write descriptions without a preview: what they meant
//! as a list or a table is made one, and what would vanish or swallow what follows is escaped.

/// The text, to be read as Markdown.
pub(super) fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::new();
    // The marks that close the fence that is open: what is inside stays as it is.
    let mut fence: Option<&str> = None;
    let (mut at, mut no_table_before) = (0, 0);
    while at < lines.len() {
        if fence.is_none() && at >= no_table_before {
            match table(&lines[at..]) {
                Ok((rows, taken)) => {
                    out.push_str(&rows);
                    at += taken;
                    continue;
                }
                Err(lines) => no_table_before = at + lines,
            }
        }
        if fence.is_none()
            && let Some(taken) = shown(&lines[at..])
        {
            let margin = lines[at].len() - lines[at].trim_start().len();
            let margin = &lines[at][..margin.min(3)];
            out.push_str(&format!("\n{margin}```\n"));
            for line in &lines[at..at + taken] {
                out.push_str(line);
                out.push('\n');
            }
            out.push_str(&format!("{margin}```\n\n"));
            at += taken;
            continue;
        }
        let bare = lines[at].trim_start();
        let margin = &lines[at][..lines[at].len() - bare.len()];
        let marks = ["```", "~~~"]
            .into_iter()
            .find(|marks| bare.starts_with(marks));
        if fence.is_some() {
            fence = fence.filter(|_| marks != fence);
        } else {
            fence = marks.filter(|_| !bare[3..].contains('`'));
            out.push_str(if is_numbered(bare) { "\n" } else { "" });
        }
        let is_text = fence.is_none() && marks.is_none() && margin.len() < 4;
        let bullet = bare.strip_prefix(['•', '●', '◦']).filter(|_| is_text);
        out.push_str(margin);
        out.push_str(match bullet {
            Some(_) => "- ",
            None if is_text && acts(bare) => "\\",
            None => "",
        });
        out.push_str(bullet.unwrap_or(bare));
        out.push('\n');
        at += 1;
    }
    out
}

/// Takes the second of two full stops away, which programs put behind every text.
pub(super) fn stop_once(text: &mut String) {
    let twice = text.strip_suffix("..").unwrap_or_default();
    if twice.ends_with(|c: char| c.is_alphanumeric() || ")`".contains(c)) {
        text.pop();
    }
}

/// Lines from an opening bracket that stands alone to the one that closes it, which people show as they are:
/// how many they are, if they are three at least.
fn shown(lines: &[&str]) -> Option<usize> {
    /// Nobody shows more.
    const MOST: usize = 400;
    let first = lines[0].trim();
    let opens = !first.is_empty() && first.chars().all(|c| "{[ ".contains(c));
    opens.then_some(())?;
    let mut depth = 0usize;
    for (at, line) in lines.iter().enumerate().take(MOST) {
        if line.trim_start().starts_with("```") {
            return None;
        }
        let mut quoted = false;
        let mut escaped = false;
        for c in line.chars() {
            match c {
                '"' if !escaped => quoted = !quoted,
                '{' | '[' if !quoted => depth += 1,
                '}' | ']' if !quoted => depth = depth.checked_sub(1)?,
                _ => {}
            }
            escaped = c == '\\' && !escaped;
        }
        if depth == 0 {
            let closes = line.trim_start().starts_with(['}', ']']);
            return (closes && at > 1).then_some(at + 1);
        }
    }
    None
}

/// `0. words`, where Markdown would begin a list within a paragraph only with 1.
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(line.len() - rest.len()))
        && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// `[optional]: words` would vanish as the target of a link, and `<id>` make HTML of what follows.
fn acts(line: &str) -> bool {
    line.starts_with('[') && line.contains("]:") && !line.contains("]: http")
        || line.starts_with('<') && !line.starts_with("<http")
}

/// Rows between bars or tabs, two at least: the table with a ruler, as wide as its widest row, and how
/// many lines it has. Where there is none, so many lines begin none.
fn table(lines: &[&str]) -> Result<(String, usize), usize> {
    /// More cells than that are no table that anybody reads.
    const MOST_CELLS: usize = 100_000;
    let is_barred = |line: &&str| line.trim_start().starts_with('|');
    let barred = is_barred(&lines[0]) || lines.get(1).is_some_and(|l| is_ruler(l));
    let row = |line: &&str| {
        let row = if barred {
            line.trim().to_owned()
        } else {
            line.trim().replace('|', "\\|").replace('\t', "|")
        };
        let is_row = row.replace("\\|", "").contains('|');
        is_row.then(|| row.strip_prefix('|').map_or(row.clone(), str::to_owned))
    };
    let mut rows: Vec<String> = lines.iter().map_while(row).collect();
    let taken = rows.len();
    rows.retain(|row| !is_ruler(row));
    let cells = |row: &String| {
        let row = row.replace("\\|", "");
        row.strip_suffix('|').unwrap_or(&row).matches('|').count() + 1
    };
    let width = rows.iter().map(cells).max().unwrap_or_default();
    if rows.len() < 2 || width.saturating_mul(rows.len()) > MOST_CELLS {
        // Of rows that all begin with a bar the others begin none either.
        let barred = lines[..taken].iter().take_while(|line| is_barred(line));
        return Err(barred.count());
    }
    let mut rows = rows.iter().map(|row| {
        let filled = row.strip_suffix('|').unwrap_or(row);
        format!("|{filled}|{}\n", "|".repeat(width - cells(row)))
    });
    let head = rows.next().unwrap_or_default();
    let head = format!("\n{head}|{}\n", "---|".repeat(width));
    Ok((head + &rows.collect::<String>() + "\n", taken))
}

/// `|---|:-:|`.
fn is_ruler(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}
