//! How well scores order two classes.

/// The area under the ROC curve: the share of pairs of a sample of class 1 and one of class 0 in which
/// the first has the higher score; equal scores count half.
///
/// 1 is a perfect order, 0.5 what chance gives. Hanley and McNeil, *The Meaning and Use of the Area under
/// a Receiver Operating Characteristic (ROC) Curve*, Radiology 143 (1982); scikit-learn's
/// `roc_auc_score`.
///
/// # Panics
///
/// If there are not as many labels as scores, a label is neither 0 nor 1, one of the classes has no
/// sample, or a score is NaN.
///
/// ```
/// use micrograd_nn::roc_auc;
///
/// assert_eq!(roc_auc(&[0.1, 0.4, 0.35, 0.8], &[0, 0, 1, 1]), 0.75);
/// ```
#[must_use]
#[track_caller]
pub fn roc_auc(scores: &[f64], labels: &[usize]) -> f64 {
    assert!(
        scores.len() == labels.len(),
        "{} scores were given with {} labels",
        scores.len(),
        labels.len()
    );
    for (i, (&score, &label)) in scores.iter().zip(labels).enumerate() {
        assert!(!score.is_nan(), "the score of sample {i} is NaN");
        assert!(
            label < 2,
            "the label of sample {i} is {label}, and there are 2 classes"
        );
    }
    let mut samples: Vec<(f64, usize)> =
        scores.iter().copied().zip(labels.iter().copied()).collect();
    // −0 and 0 are equal scores.
    samples.sort_by(|a, b| a.0.partial_cmp(&b.0).expect("no score is NaN"));
    let (mut pairs, mut negatives, mut positives) = (0.0, 0.0, 0.0);
    for equal in samples.chunk_by(|a, b| a.0 == b.0) {
        let [of_0, of_1] =
            [0, 1].map(|class| equal.iter().filter(|sample| sample.1 == class).count());
        #[expect(clippy::cast_precision_loss)] // No one has 2⁵³ samples.
        let [of_0, of_1] = [of_0 as f64, of_1 as f64];
        pairs += of_1 * (negatives + 0.5 * of_0);
        negatives += of_0;
        positives += of_1;
    }
    assert!(
        negatives > 0.0 && positives > 0.0,
        "the area needs samples of both classes, and there are {negatives} of class 0 and {positives} of \
         class 1"
    );
    pairs / (negatives * positives)
}
