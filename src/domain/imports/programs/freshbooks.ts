/** FreshBooks. */
import type { Program } from './program.ts'

export const freshBooks: Program = {
  customers: [
    {
      marks: ['organization', 'firstname', 'lastname'],
      columns: {
        organization: 'company',
        firstname: 'first_name',
        lastname: 'last_name',
        email: 'email',
        phone: 'phone',
        businessphone: 'phone',
        mobile: 'mobile',
        mobilephone: 'mobile',
        street: 'address',
        addressline1: 'address',
        street2: 'address_2',
        addressline2: 'address_2',
        city: 'city',
        province: 'state',
        provincestate: 'state',
        state: 'state',
        postalcode: 'postal_code',
        country: 'country',
        vatnumber: 'tax_id',
      },
    },
  ],
  invoices: [
    {
      marks: ['clientname', 'invoice#', 'dateissued'],
      columns: {
        clientname: 'customer',
        'invoice#': 'number',
        dateissued: 'issued_on',
        duedate: 'due_on',
        datedue: 'due_on',
        invoicestatus: 'status',
        datepaid: 'paid_on',
        itemname: 'item',
        itemdescription: 'description',
        rate: 'unit_price',
        quantity: 'quantity',
        discountpercentage: 'discount_percent',
        linesubtotal: 'line_amount',
        tax1type: 'tax_name',
        tax1amount: 'tax_amount',
        tax2type: 'tax_name_2',
        tax2amount: 'tax_amount_2',
        currency: 'currency',
      },
    },
  ],
  items: [],
}
