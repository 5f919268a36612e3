// Which widget holds which answer of the dossier.
//
// A widget that holds an answer carries the class `answer--<exercise>--<field>`. Its value
// is kept as it is; a choice is kept by the permanent id of the option, which the page
// gives with the exercise (`data-choices`), or by its words where it has no id.

const CLASS = /^answer--([a-z0-9-]+?)--([a-z0-9_]+)$/;

/** `exercise/field` of a widget by its classes, or null. */
export function answerName(classes) {
  for (const name of classes ?? []) {
    const found = CLASS.exec(name);
    if (found) return `${found[1]}/${found[2]}`;
  }
  return null;
}

/** Read and write the answer in one model. */
export class Answer {
  constructor(model, choices) {
    [this.exercise, this.field] = answerName(model.get('_dom_classes')).split('/');
    this.model = model;
    this.options = choices[this.exercise]?.[this.field] ?? [];
    this.attribute = model.get('_options_labels') === undefined ? 'value' : 'index';
    this.start = this.get();
  }

  get() {
    if (this.attribute === 'value') return this.model.get('value');
    const label = this.model.get('_options_labels')[this.model.get('index')];
    return this.options.find((option) => option[1] === label)?.[0] ?? label ?? '';
  }

  /** Put a stored answer into the model; returns whether it fits. */
  set(answer) {
    if (typeof answer !== typeof this.start) return false;
    if (this.attribute === 'value') {
      if (typeof answer === 'number' && !(answer >= this.model.get('min') && answer <= this.model.get('max'))) {
        return false;
      }
      this.model.set('value', answer);
      return true;
    }
    const label = this.options.find((option) => option[0] === answer)?.[1] ?? answer;
    const index = this.model.get('_options_labels').indexOf(label);
    if (index < 0) return false;
    this.model.set('index', index);
    return true;
  }

  onChange(handler) {
    this.model.on(`change:${this.attribute}`, handler);
  }
}
