// The widget manager of a page: official base and controls, no requirejs, nothing fetched.

import * as base from '@jupyter-widgets/base';
import * as controls from '@jupyter-widgets/controls';
import { ManagerBase } from '@jupyter-widgets/base-manager';
import { Widget } from '@lumino/widgets';
import { output } from './outputs.js';
import { Upload } from './upload.js';

const MODULES = {
  '@jupyter-widgets/base': base,
  '@jupyter-widgets/controls': { ...controls, FileUploadView: Upload },
  '@jupyter-widgets/output': output,
};

export class Manager extends ManagerBase {
  async loadClass(name, module) {
    const found = MODULES[module]?.[name];
    if (!found) throw new Error(`This page has no widget ${module}.${name}.`);
    return found;
  }

  async _get_comm_info() {
    return {};
  }

  async _create_comm() {
    throw new Error('Widgets of this page are opened by Python only.');
  }

  /** Show a model's view in an element. */
  async display(model, element) {
    const view = await this.create_view(model);
    Widget.attach(view.luminoWidget, element);
    return view;
  }
}
