//! Which of many things lead back to themselves, by what each leads to.

/// The number of the circle that each thing is in: two have the same if each leads to the other.
/// (Strongly connected components, by the algorithm of Tarjan, without recursion.)
#[must_use]
pub fn circles(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut walk = Walk {
        edges,
        order: vec![None; edges.len()],
        lowest: vec![0; edges.len()],
        circle: vec![None; edges.len()],
        open: Vec::new(),
        met: 0,
        circles: 0,
    };
    for start in 0..edges.len() {
        walk.from(start);
    }
    walk.circle.into_iter().flatten().collect()
}

struct Walk<'e> {
    edges: &'e [Vec<usize>],
    /// When each was met.
    order: Vec<Option<usize>>,
    /// The first that was met of those that it leads back to.
    lowest: Vec<usize>,
    circle: Vec<Option<usize>>,
    /// What was met and is in no circle yet.
    open: Vec<usize>,
    met: usize,
    circles: usize,
}

impl Walk<'_> {
    fn from(&mut self, start: usize) {
        if self.order[start].is_some() {
            return;
        }
        self.meet(start);
        // Each with the number of its next edge.
        let mut way = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            let at = *at;
            if let Some(&to) = self.edges[at].get(*next) {
                *next += 1;
                match (self.order[to], self.circle[to]) {
                    (None, _) => {
                        self.meet(to);
                        way.push((to, 0));
                    }
                    (Some(met), None) => self.lowest[at] = self.lowest[at].min(met),
                    (Some(_), Some(_)) => {}
                }
                continue;
            }
            way.pop();
            if let Some((before, _)) = way.last() {
                self.lowest[*before] = self.lowest[*before].min(self.lowest[at]);
            }
            if self.order[at] == Some(self.lowest[at]) {
                while let Some(one) = self.open.pop() {
                    self.circle[one] = Some(self.circles);
                    if one == at {
                        break;
                    }
                }
                self.circles += 1;
            }
        }
    }

    fn meet(&mut self, one: usize) {
        self.order[one] = Some(self.met);
        self.lowest[one] = self.met;
        self.met += 1;
        self.open.push(one);
    }
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn what_leads_back_is_one_circle() {
        // 0 → 1 ⇄ 2 → 3, 4 → 4, 5 → 6 → 7 → 5, 7 → 1
        let edges = [
            vec![1],
            vec![2],
            vec![1, 3],
            vec![],
            vec![4],
            vec![6],
            vec![7],
            vec![5, 1],
        ];
        let found = circles(&edges);
        let together = |one: usize, other: usize| found[one] == found[other];
        assert!(together(1, 2) && together(5, 6) && together(6, 7));
        for (one, other) in [(0, 1), (2, 3), (3, 4), (4, 5), (7, 1)] {
            assert!(!together(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn long_ways_need_no_stack() {
        let count = 200_000;
        let mut edges: Vec<_> = (1..count).map(|next| vec![next]).collect();
        edges.push(vec![0]);
        assert!(circles(&edges).iter().all(|circle| *circle == 0));
    }
}
