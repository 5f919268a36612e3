// “My dossier” without Python: save a copy of all answers, or delete them from this device.

import { dossier } from './dossier.js';

/** Fill a place in the page with the two buttons. */
export function dossierTools(place) {
  const save = button('Save a copy (JSON)');
  const remove = button('Delete all my answers on this device');
  const sure = button('Yes, delete everything');
  const keep = button('No, keep them');
  const says = document.createElement('p');
  says.setAttribute('role', 'status');
  const ask = (asking) => {
    save.hidden = remove.hidden = asking;
    sure.hidden = keep.hidden = !asking;
  };
  save.onclick = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([dossier.text()], { type: 'application/json' }));
    link.download = 'my-dossier.json';
    link.click();
    URL.revokeObjectURL(link.href);
    says.textContent = 'Saved as my-dossier.json. Keep it where only you can read it.';
  };
  remove.onclick = () => {
    ask(true);
    says.textContent = 'This takes away every answer of every chapter in this browser. It cannot be taken back.';
    keep.focus();
  };
  keep.onclick = () => {
    ask(false);
    says.textContent = 'Nothing was deleted.';
    remove.focus();
  };
  sure.onclick = () => {
    dossier.forget();
    location.reload();
  };
  ask(false);
  place.append(save, remove, sure, keep, says);
}

function button(label) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  return made;
}
