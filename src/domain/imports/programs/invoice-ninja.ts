/** Invoice Ninja, also as it was before version 5. */
import type { InvoiceField } from '../fields.ts'
import type { Program, Shape } from './program.ts'

/** Its exports from version 5 on name an invoice's own columns plainly. */
const invoiceColumns: Shape<InvoiceField>['columns'] = {
  client: 'customer',
  number: 'number',
  date: 'issued_on',
  duedate: 'due_on',
  status: 'status',
  amount: 'total',
  balance: 'balance',
  currency: 'currency',
  publicnotes: 'notes',
  terms: 'terms',
}

export const invoiceNinja: Program = {
  customers: [
    {
      marks: ['clientname'],
      columns: {
        clientname: 'name',
        clientphone: 'phone',
        clientaddress1: 'address',
        clientstreet: 'address',
        clientaddress2: 'address_2',
        clientaptsuite: 'address_2',
        clientcity: 'city',
        clientstate: 'state',
        clientstateprovince: 'state',
        clientpostalcode: 'postal_code',
        clientcountry: 'country',
        clientvatnumber: 'tax_id',
        contactfirstname: 'first_name',
        contactlastname: 'last_name',
        contactemail: 'email',
        contactphone: 'mobile',
      },
    },
  ],
  invoices: [
    {
      marks: ['invoicenumber', 'clientname'],
      columns: {
        invoicenumber: 'number',
        clientname: 'customer',
        contactemail: 'email',
        clientemail: 'email',
        invoicedate: 'issued_on',
        invoiceduedate: 'due_on',
        duedate: 'due_on',
        invoicestatus: 'status',
        invoiceamount: 'total',
        invoicebalance: 'balance',
        itemproductkey: 'item',
        itemproduct: 'item',
        itemnotes: 'description',
        itemquantity: 'quantity',
        itemcost: 'unit_price',
        itemtaxname1: 'tax_name',
        itemtaxrate1: 'tax_rate',
        invoicepublicnotes: 'notes',
        invoiceterms: 'terms',
        currency: 'currency',
        clientcurrency: 'currency',
      },
    },
    {
      marks: ['client', 'number', 'unitcost', 'linetotal'],
      columns: {
        ...invoiceColumns,
        product: 'item',
        notes: 'description',
        quantity: 'quantity',
        unitcost: 'unit_price',
        linetotal: 'line_amount',
        taxname1: 'tax_name',
        taxrate1: 'tax_rate',
      },
    },
    {
      marks: ['client', 'number', 'amount', 'balance', 'paidtodate'],
      columns: { ...invoiceColumns, totaltaxes: 'tax_amount' },
    },
  ],
  items: [
    {
      marks: ['productkey'],
      columns: {
        productkey: 'name',
        notes: 'description',
        price: 'unit_price',
        cost: 'unit_price',
      },
    },
  ],
}
